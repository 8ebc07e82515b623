package io.quayside.supply;

import static io.quayside.supply.Yard.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.supply.Yard.Row;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Worked cases of the allocation page, through documents and rows. */
class WorkedCasesInTheDatabaseTest {
    private final Yard yard = new Yard();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void case1AGreaterCountRefillsAndASmallerCountTakesBackFromTheNewest() {
        yard.count("P", 5);
        yard.order("P 10");
        yard.order("P 10");
        assertThat(yard.allocated("P")).isEqualTo("5/0");

        Told refilled = yard.count("P", 16);

        assertThat(yard.allocated("P")).isEqualTo("10/6");
        assertThat(refilled).isEqualTo(new Told(1, 2, 0, 1));

        Told lost = yard.count("P", 11);

        assertThat(yard.allocated("P")).isEqualTo("10/1");
        assertThat(lost.lost()).isEqualTo(1);
        assertThat(yard.strings(
                        "select data ->> 'line' || ' of ' || (data ->> 'order') || ' loses ' || (data ->> 'quantity')"
                                + " from event where type = 'order_line.deallocated'"))
                .containsExactly("1 of o2 loses 5");
    }

    @Test
    void case4ReleasedUnitsAreOutOfThePlan() {
        yard.count("P", 5);
        yard.order("P 5");
        yard.sql("delete from allocation");
        yard.sql("insert into released select id, 'MAIN', 5 from order_line");
        yard.sql("update order_line set released = 5");

        yard.order("any", 9, "P 5");

        assertThat(yard.allocated("P")).isEqualTo("0/0");
        assertThat(yard.available("P")).isEqualTo("0 out_of_stock");
    }

    @Test
    void aCountNeverGoesBelowWhatIsInPicking() {
        yard.count("P", 5);
        yard.order("P 5");
        yard.sql("delete from allocation");
        yard.sql("insert into released select id, 'MAIN', 3 from order_line");
        yard.sql("update order_line set released = 3");

        yard.count("P", 1);

        assertThat(yard.onHand("P")).isEqualTo("3");
    }

    @Test
    void case13ALateEtaIsToldOnceAndTheFirstPromiseStays() {
        yard.document("north", Row.inbound("REF", "P", 10, 5, yard.now()));
        yard.order("P 10");
        assertThat(yard.promised("P")).isEqualTo("5");

        yard.pass(Duration.ofMinutes(1));
        Told told = yard.document("north", Row.inbound("REF", "P", 10, 9, yard.now()));

        assertThat(told.promisesMoved()).isEqualTo(1);
        assertThat(yard.strings(
                        "select data ->> 'original' || ' ' || (data ->> 'previous') || ' ' || (data ->> 'current')"
                                + " from event where type = 'order_line.promise_changed'"))
                .containsExactly(day(5) + " " + day(5) + " " + day(9));
    }

    @Test
    void case13AnInboundOfOneDoesNotCoverAWaitOfTen() {
        yard.order("P 10");

        yard.document("north", Row.inbound("REF", "P", 1, 5, yard.now()));

        assertThat(yard.promised("P")).isEqualTo("-");
    }

    @Test
    void case14ASmallerCountTakesFromTheNewerAndSaysWhy() {
        yard.count("P", 10);
        yard.order("P 5");
        yard.order("P 5");

        yard.count("P", 6);

        assertThat(yard.allocated("P")).isEqualTo("5/1");
        assertThat(yard.strings("select data ->> 'quantity' || ' ' || (data ->> 'reason')"
                        + " from event where type = 'order_line.deallocated'"))
                .containsExactly("4 stock shrank");
        assertThat(yard.strings("select trigger ->> 'position' from decision order by id desc limit 1"))
                .containsExactly("line 2");
    }

    @Test
    void case15ANoticeSplitsAPurchaseOrderAndAFinalReceiptEndsTheNotice() {
        purchaseOrder(100, 20);

        yard.document("north", Row.shipment("ASN", "new", "P", 60, 8, yard.now()));
        assertThat(yard.inbound("P")).containsExactly("60 on day 8", "40 on day 20");

        yard.document("hall", Row.receipt("GR", "P", 58, true, yard.now()));

        assertThat(yard.onHand("P")).isEqualTo("58");
        assertThat(yard.inbound("P")).containsExactly("40 on day 20");
    }

    @Test
    void cancelAndReplaceUndoANotice() {
        purchaseOrder(100, 20);
        Instant first = yard.now();
        yard.document("north", Row.shipment("ASN", "new", "P", 60, 8, first));

        yard.document("north", Row.shipment("ASN", "replace", "P", 30, 9, first.plusSeconds(60)));
        assertThat(yard.inbound("P")).containsExactly("30 on day 9", "70 on day 20");

        yard.document("north", Row.shipment("ASN", "cancel", "P", 30, 9, first.plusSeconds(120)));
        assertThat(yard.inbound("P")).containsExactly("100 on day 20");

        yard.document("north", Row.shipment("ASN", "replace", "P", 50, 9, first.plusSeconds(60)));
        assertThat(yard.inbound("P")).containsExactly("100 on day 20");
    }

    @Test
    void aShipmentThatIsKnownCountsOnceWhateverItSaysTheSecondTime() {
        purchaseOrder(100, 20);
        yard.document("north", Row.shipment("ASN", "new", "P", 60, 8, yard.now()));

        yard.document("north", Row.shipment("ASN", "new", "P", 80, 9, yard.now().plusSeconds(60)));

        assertThat(yard.inbound("P")).containsExactly("60 on day 8", "40 on day 20");
    }

    @Test
    void aShipmentInTwoMessagesOfADocumentCountsOnceAndItsCartonsAreSummed() {
        purchaseOrder(100, 20);
        Row carton = Row.shipment("ASN", "new", "P", 20, 8, yard.now());

        yard.document("north", carton.inMessage(1), carton.inMessage(1), carton.inMessage(2), carton.inMessage(2));

        assertThat(yard.inbound("P")).containsExactly("40 on day 8", "60 on day 20");
    }

    @Test
    void aLaterMessageOfTheSameDocumentReplacesOrCancelsAnEarlierOne() {
        purchaseOrder(100, 20);
        Instant now = yard.now();

        yard.document(
                "north",
                Row.shipment("A", "replace", "P", 30, 9, now).inMessage(2),
                Row.shipment("A", "new", "P", 20, 8, now).inMessage(1),
                Row.shipment("B", "new", "P", 10, 7, now).inMessage(3),
                Row.shipment("B", "cancel", "P", 10, 7, now).inMessage(4));

        assertThat(yard.inbound("P")).containsExactly("30 on day 9", "70 on day 20");
    }

    @Test
    void case16TheSameTwiceAndAnOlderOneChangeNothing() {
        purchaseOrder(100, 20);
        Row[] rows = {
            Row.inventory("P", "MAIN", 7, yard.now()),
            Row.shipment("ASN", "new", "P", 60, 8, yard.now()),
            Row.receipt("GR", "P", 20, false, yard.now().plusSeconds(5)),
            Row.inbound("REF", "Q", 9, 12, yard.now())
        };
        yard.document("hall", rows);
        yard.order("P 30", "Q 9");
        String before = state();

        Told twice = yard.document("hall", rows);
        yard.document(
                "hall",
                Row.inventory("P", "MAIN", 99, yard.now().minusSeconds(60)),
                Row.inbound("REF", "Q", 1, 2, yard.now().minusSeconds(60)));

        assertThat(twice).isEqualTo(Told.NOTHING);
        assertThat(state()).isEqualTo(before);
        assertThat(yard.onHand("P")).isEqualTo("27");
    }

    @Test
    void planningAgainGivesAnEmptyDifference() {
        yard.count("P", 7);
        yard.document("north", Row.inbound("REF", "P", 20, 12, yard.now()));
        yard.order("P 10");
        yard.order("line", 0, "P 4");
        yard.order("complete", 0, "P 2");
        String before = state();

        Told told = yard.database.inTransaction(
                h -> yard.replanning.replan(h, java.util.List.of("P", "Q"), Trigger.schedule("again")));

        assertThat(told).isEqualTo(Told.NOTHING);
        assertThat(state()).isEqualTo(before);
    }

    private void purchaseOrder(int quantity, int day) {
        yard.sql(
                "insert into purchase_order (number, partner, kind, location, updated_at) values ('PO', 'north', 'replenishment', 'MAIN', '"
                        + yard.now() + "')");
        yard.sql("insert into purchase_order_line (number, line, sku, quantity, eta) values ('PO', '1', 'P', "
                + quantity + ", '" + day(day) + "')");
        yard.database.transact(h -> new Deriving(h).derive(java.util.List.of(new InboundKey("PO", "P"))));
    }

    private String state() {
        return String.join("\n", yard.strings("select cast(stock as text) from stock order by 1"))
                + yard.strings("select cast(movement as text) from movement order by 1")
                + yard.strings(
                        "select sku || ref || quantity || coalesce(cast(eta as text), '') from inbound where quantity > 0 order by 1")
                + yard.strings("select cast(allocation as text) from allocation order by 1")
                + yard.strings("select cast(peg as text) from peg order by 1")
                + yard.strings("select cast(order_line as text) from order_line order by 1")
                + yard.strings("select count(*) from event");
    }
}
