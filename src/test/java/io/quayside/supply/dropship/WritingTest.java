package io.quayside.supply.dropship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.outbox.OutDocuments;
import io.quayside.supply.orders.Fulfilment.Part;
import io.quayside.supply.orders.OrderChange;
import io.quayside.supply.orders.Ship;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritingTest {
    private final Pier pier = new Pier();

    @AfterEach
    void close() {
        pier.close();
    }

    @Test
    void case8WhatTheWarehouseHasNotReachesTheSupplierAsAn850() {
        pier.onHand("P", "MAIN", 10);
        pier.onHand("P", "DELTA", 20);
        pier.order("o1", "P 15");

        pier.write();

        assertThat(pier.document(documents().get(0)))
                .isEqualTo(
                        """
                        ISA*00*          *00*          *ZZ*US             *ZZ*DELTA          *260914*1200*U*00401*000000001*0*P*>~
                        GS*PO*US*DELTA*20260914*1200*1*X*004010~
                        ST*850*0001~
                        BEG*00*DS*D100001**20260914~
                        REF*CO*o1~
                        N1*ST*Jane Doe~
                        PO1*1*5*EA*10.5**VN*D-P~
                        CTT*1*5~
                        SE*7*0001~
                        GE*1*1~
                        IEA*1*000000001~
                        """);
        assertThat(pier.lines()).containsExactly("o1/1 10+5+0 of 15");
        assertThat(pier.strings(
                        "select direction || ' ' || kind || ' ' || status || ' ' || mapping || ' ' || name || ' ' || controls[1]"
                                + " from document"))
                .containsExactly("out purchase-order kept delta/po purchase-order-D100001.edi 000000001");
        assertThat(pier.strings(
                        "select data ->> 'quantity' || ' ' || (data ->> 'released') || ' ' || (data ->> 'reason')"
                                + " from event where type = 'order_line.released'"))
                .containsExactly("5 5 ordered from delta by D100001");
        assertThat(pier.strings(
                        "select change || ': ' || rule || ', ' || (before ->> 'allocated') || ' to ' || (after ->> 'allocated')"
                                + " from decision order by id desc limit 1"))
                .containsExactly("released 5: ordered from delta by D100001, 15 to 10");
    }

    @Test
    void case8WhatNobodyHasWaits() {
        pier.onHand("P", "MAIN", 10);
        pier.onHand("P", "DELTA", 2);
        pier.order("o1", "P 15");

        pier.write();

        assertThat(pier.lines()).containsExactly("o1/1 10+2+0 of 15");
        assertThat(pier.orders.find("shop", "o1").at("/lines/0/backordered").asInt())
                .isEqualTo(3);
    }

    @Test
    void whatIsReleasedIsNobodyElses() {
        pier.onHand("P", "DELTA", 5);
        pier.order("o1", "P 5");
        pier.write();

        pier.onHand("P", "DELTA", 3);
        pier.order("o2", "P 5");
        pier.onHand("P", "DELTA", 8);

        assertThat(pier.lines()).containsExactly("o1/1 0+5+0 of 5", "o2/1 3+0+0 of 5");
    }

    @Test
    void writingAgainWritesNothing() {
        pier.onHand("P", "DELTA", 5);
        pier.order("o1", "P 5");
        pier.write();
        pier.write();

        assertThat(documents()).hasSize(1);
    }

    @Test
    void unitsThatComeLaterAreAPurchaseOrderOfTheirOwn() {
        pier.onHand("P", "DELTA", 3);
        pier.order("o1", "P 5");
        pier.write();

        pier.onHand("P", "DELTA", 8);
        pier.write();

        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 3", "D100002 1 P 2");
        assertThat(pier.lines()).containsExactly("o1/1 0+5+0 of 5");
    }

    @Test
    void whatIsHeldNoMoreWhenItIsWrittenIsNotOrdered() {
        pier.onHand("P", "DELTA", 9);
        pier.order("o1", "P 5");
        pier.order("o2", "P 4");
        pier.cut();

        pier.onHand("P", "DELTA", 3);
        pier.writing.write("delta");

        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 3");
        assertThat(pier.document(documents().get(0))).contains("PO1*1*3*EA");
        assertThat(documents()).hasSize(1);
    }

    @Test
    void anOrderThatShipsCompleteKeepsWhatLiesHereWhenTheRestIsOrdered() {
        pier.onHand("P", "DELTA", 5);
        pier.onHand("Q", "MAIN", 1);
        pier.order("o1", Ship.COMPLETE, "P 5", "Q 1");

        pier.write();
        pier.judge();

        assertThat(pier.lines()).containsExactly("o1/1 0+5+0 of 5", "o1/2 1+0+0 of 1");
    }

    @Test
    void anOrderThatShipsCompleteIsNotOrderedInPartWhereSomeOfItIsGone() {
        pier.onHand("P", "DELTA", 5);
        pier.onHand("Q", "MAIN", 1);
        pier.order("o1", Ship.COMPLETE, "P 5", "Q 1");
        pier.cut();

        pier.onHand("Q", "MAIN", 0);
        pier.writing.write("delta");

        assertThat(documents()).isEmpty();
        assertThat(pier.strings("select number from purchase_order")).isEmpty();
    }

    @Test
    void anOrderPutOnHoldAfterItWasCutIsNotWritten() {
        pier.onHand("P", "DELTA", 9);
        pier.order("o1", "P 5");
        pier.cut();

        pier.fulfilment.change(
                "shop", "o1", new OrderChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true)));
        pier.writing.write("delta");

        assertThat(documents()).isEmpty();
        assertThat(pier.lines()).containsExactly("o1/1 5+0+0 of 5");
    }

    @Test
    void whatCannotBeWrittenWaitsWithASentenceAndHoldsUpNothingElse() {
        pier.sql("update item_supplier set supplier_sku = 'D*P' where sku = 'P'");
        pier.onHand("P", "DELTA", 5);
        pier.onHand("Q", "DELTA", 5);
        pier.order("o1", "P 5");
        pier.order("o2", "Q 5");

        pier.write();

        assertThat(pier.strings("select number || ': ' || unwritten from purchase_order where unwritten is not null"))
                .containsExactly("D100001: D100001 line 1: supplier_sku 'D*P' cannot be written at PO1/7,"
                        + " which takes printable ASCII without * > ~");
        assertThat(pier.lines()).containsExactly("o1/1 5+0+0 of 5", "o2/1 0+5+0 of 5");
        assertThat(pier.document(documents().get(0))).contains("*000000001*");
    }

    @Test
    void whatCouldNotBeWrittenIsTriedAgainAfterAMinuteOrWithAnotherMapping() {
        pier.onHand("P", "DELTA", 5);
        pier.order("o1", "P 5");
        pier.files.sayNothing();
        pier.write();
        assertThat(pier.strings("select unwritten from purchase_order"))
                .containsExactly("a mapping of delta is broken");

        pier.files.say("{supplier_sku}", "{supplier_sku} {currency}");
        pier.write();
        assertThat(documents()).hasSize(1);

        pier.sql("update item_supplier set supplier_sku = 'D*P' where sku = 'P'");
        pier.files.say("CTT:", "AMT:");
        pier.onHand("P", "DELTA", 10);
        pier.order("o2", "P 5");
        pier.write();
        pier.sql("update item_supplier set supplier_sku = 'D-P' where sku = 'P'");
        pier.write();
        assertThat(documents()).hasSize(1);

        pier.pass(Duration.ofMinutes(1));
        pier.write();
        assertThat(documents()).hasSize(2);
    }

    @Test
    void whatWasWrittenOtherwiseThanTheDataIsToldWithTheDocument() {
        pier.sql("update item set name = 'Blue*Widget' where sku = 'P'");
        pier.files.say("CTT: [", "MSG: [\"{count}\"]\n  CTT: [");
        pier.files.say("{PO1: [", "{PID: [F, null, null, null, \"{name}\"], PO1: [");
        pier.onHand("P", "DELTA", 5);
        pier.order("o1", "P 5");

        pier.write();

        assertThat(pier.document(documents().get(0))).contains("PID*F****Blue Widget~");
        assertThat(
                        pier.strings(
                                "select code || ' ' || problem.at || ' ' || problems from problem join document on document.id = document_id"))
                .containsExactly("not_exact D100001 line 1 PID/5 1");
    }

    @Test
    void aNodeThatDiesBeforeItsCommitLeavesNeitherDocumentNorControlNumber() {
        pier.onHand("P", "DELTA", 5);
        pier.order("o1", "P 5");
        pier.cut();
        try {
            pier.database.together(handle -> {
                pier.writing.write("delta");
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException expected) {
            assertThat(documents()).isEmpty();
        }
        assertThat(pier.lines()).containsExactly("o1/1 5+0+0 of 5");

        pier.writing.write("delta");

        assertThat(pier.strings("select controls[1] from document")).containsExactly("000000001");
    }

    @Test
    void aNodeThatDiesBetweenWritingAndSendingLeavesOnePurchaseOrderWithOneControlNumber() {
        pier.onHand("P", "DELTA", 5);
        pier.order("o1", "P 5");
        pier.write();

        Cutting restarted = new Cutting(pier.database, pier.replanning, () -> pier.now);
        assertThat(restarted.step()).isFalse();
        pier.writing(restarted).write("delta");
        long document = Long.parseLong(documents().get(0));
        pier.database.transact(handle -> pier.sent.sent(handle, document));
        pier.database.transact(handle -> pier.sent.sent(handle, document));

        assertThat(documents()).hasSize(1);
        assertThat(pier.strings("select sent_at is not null from purchase_order"))
                .containsExactly("t");
        assertThat(pier.strings(
                        "select data ->> 'po' || ' ' || (data ->> 'partner') || ' ' || (data ->> 'order') || ' '"
                                + " || (data #>> '{lines,0,sku}') || ' ' || (data #>> '{lines,0,quantity}')"
                                + " from event where type = 'purchase_order.sent'"))
                .containsExactly("D100001 delta o1 P 5");
    }

    @Test
    void twoNodesThatWriteAtOnceWriteEachOnce() throws Exception {
        pier.onHand("P", "DELTA", 1000);
        for (int i = 0; i < 30; i++) {
            pier.order("o" + i, "P 5");
        }
        pier.cut();

        ExecutorService nodes = Executors.newFixedThreadPool(2);
        Writing other = pier.writing(new Cutting(pier.database, pier.replanning, () -> pier.now));
        Future<?> first = nodes.submit(() -> pier.writing.write("delta"));
        Future<?> second = nodes.submit(() -> other.write("delta"));
        first.get();
        second.get();
        nodes.shutdown();

        assertThat(
                        pier.strings(
                                "select count(distinct controls[1]) || ' of ' || count(*) || ' to ' || max(controls[1]) from document"))
                .containsExactly("30 of 30 to 000000030");
        assertThat(pier.strings("select sum(quantity) from released")).containsExactly("150");
    }

    @Test
    void whoWaitsForAnOrderHoldsNoControlNumber() throws Exception {
        pier.onHand("P", "DELTA", 5);
        pier.order("o1", "P 5");
        pier.cut();
        ExecutorService node = Executors.newSingleThreadExecutor();

        Future<?> writing = pier.database.inTransaction(handle -> {
            handle.execute("select from orders for no key update");
            Future<?> waiting = node.submit(() -> pier.writing.write("delta"));
            await().until(() -> pier.strings("select pid from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and datname = current_database()")
                            .size()
                    == 1);
            handle.execute("set local lock_timeout = '300ms'");
            assertThat(OutDocuments.nextControl(handle, "delta")).isOne();
            return waiting;
        });

        writing.get();
        node.shutdown();
        assertThat(pier.strings("select controls[1] from document")).containsExactly("000000002");
    }

    @Test
    void unitsThatTheCustomerCancelsAfterwardsAreShownOnThePurchaseOrder() {
        pier.onHand("P", "MAIN", 1);
        pier.onHand("P", "DELTA", 5);
        pier.order("o1", "P 6");
        pier.write();

        pier.fulfilment.cancel("shop", "o1", Optional.of(List.of(new Part("1", 3))));

        assertThat(pier.lines()).containsExactly("o1/1 0+3+0 of 3");
        assertThat(pier.strings("select quantity || ' ' || cancelled from purchase_order_line"))
                .containsExactly("5 2");
        assertThat(pier.strings("select available from item where sku = 'P'")).containsExactly("3");
    }

    private List<String> documents() {
        return pier.strings("select id from document where direction = 'out' order by id");
    }
}
