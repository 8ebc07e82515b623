package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a dropship partner may send that it should not: each has an outcome, a position and a remedy, and stands on Today. */
class BadAnswersTest {
    private static final String NOBODY_MOVED = "5 10 2 1 3 8";
    private static final String ON_HAND = "6 11 3 2 4 9";

    private final Delta delta = new Delta();
    private final Feeds feeds = delta.feeds;

    @AfterEach
    void everyProblemSaysWhatToWriteAndStockIsTheSumOfItsMovements() {
        assertThat(feeds.list("select code from problem where write = ''")).isEmpty();
        assertThat(feeds.list("select sku from stock where on_hand <> (select sum(quantity) from movement"
                        + " where movement.sku = stock.sku and movement.location = stock.location)"))
                .isEmpty();
        assertThat(feeds.list("select line from order_line where shipped <> coalesce("
                        + "(select sum(quantity) from order_shipment_line where line_id = order_line.id), 0)"))
                .isEmpty();
        delta.close();
    }

    @Test
    void anAnswerToAnUnknownPurchaseOrderNamesEachLine() {
        long id = delta.sends(Delta.text("855.edi").replace("D1001", "D7777"));

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(feeds.problems(id))
                .hasSize(7)
                .startsWith("orphan_line at ST 0001 PO1 1 ACK 1: D7777 line 1")
                .allMatch(problem -> problem.startsWith("orphan_line at ST 0001 PO1 "));
        assertThat(delta.released()).isEqualTo(NOBODY_MOVED);
        assertThat(delta.disputed())
                .containsExactly(id + " orphan_line at ST 0001 PO1 1 ACK 1: D7777 line 1, and 6 more");
    }

    @Test
    void nobodyAnswersOrShipsThePurchaseOrderOfAnother() {
        long ack = feeds.dropAs("acme", "standard/order-ack", "po,line,action,quantity", "D1001,1,accept,5");
        long shipment = feeds.dropAs("acme", "standard/shipment", "shipment,po,line,quantity", "S1,D1001,1,5");
        feeds.work();

        assertThat(feeds.problems(ack)).containsExactly("orphan_line at line 2: D1001 line 1");
        assertThat(feeds.problems(shipment)).containsExactly("orphan_line at line 2: D1001 line 1");
        assertThat(delta.released()).isEqualTo(NOBODY_MOVED);
        assertThat(feeds.text("select answered_at::text from purchase_order")).isNull();
        assertThat(delta.disputed()).hasSize(2);
    }

    @Test
    void aShipmentOfAnUnknownPurchaseOrderOrLineSaysSoWithAndWithoutItsSku() {
        long id = delta.sends(
                "shipment",
                "shipment,po,line,sku,quantity",
                "S1,D7777,1,,5",
                "S1,D7777,1,DX-1001,5",
                "S1,D7777,1,DX-9999,5",
                "S1,D1001,9,,5",
                "S1,,,DX-1001,5",
                "S1,D1001,1,,2");

        assertThat(feeds.problems(id))
                .containsExactly(
                        "orphan_line at line 2: D7777 line 1",
                        "orphan_line at line 3: D7777 line 1",
                        "orphan_line at line 4: D7777 line 1",
                        "orphan_line at line 5: D1001 line 9",
                        "orphan_line at line 6: D1");
        assertThat(delta.shipped()).isEqualTo("2 0 0 0 0 0");
        assertThat(delta.disputed()).hasSize(1);
    }

    @Test
    void aShipmentOfMoreThanWasOrderedShipsWhatWas() {
        long id = delta.sends(Delta.text("856.edi").replace("SN1*1*5*EA**5", "SN1*1*9*EA**5"));

        assertThat(feeds.problems(id)).containsExactly("over_shipped at ST 0001 HL 5: 9");
        assertThat(delta.shipped()).isEqualTo("5 6 0 0 0 0");
        assertThat(delta.onHand()).isEqualTo("1 5 3 2 4 9");
        assertThat(delta.disputed()).containsExactly(id + " over_shipped at ST 0001 HL 5: 9");
    }

    @Test
    void aShipmentThatArrivesTwiceShipsOnce() {
        long first = delta.sample("856.edi");
        String onHand = delta.onHand();
        long same = delta.sample("856.edi");
        long other = delta.sends(Delta.text("856.edi").replace("000003001", "000003002"));

        assertThat(feeds.status(first)).isEqualTo("applied");
        assertThat(feeds.status(same)).isEqualTo("duplicate");
        assertThat(feeds.status(other)).isEqualTo("applied");
        assertThat(feeds.problems(other)).isEmpty();
        assertThat(delta.shipped()).isEqualTo("5 6 0 0 0 0");
        assertThat(delta.onHand()).isEqualTo(onHand);
        assertThat(feeds.text("select count(*)::text from event where type = 'shipment.created'"))
                .isEqualTo("1");
        assertThat(delta.disputed()).isEmpty();
    }

    @Test
    void aShipmentNumberUsedAgainForOtherUnitsShipsNothingMoreAndSaysSo() {
        delta.sample("856.edi");
        String onHand = delta.onHand();

        long id = delta.sends(
                Delta.text("856.edi").replace("000003001", "000003002").replace("SN1*2*6*EA**10", "SN1*2*9*EA**10"));

        assertThat(feeds.problems(id)).containsExactly("control_reused at ST 0001 HL 5: ASN-5512");
        assertThat(delta.shipped()).isEqualTo("5 6 0 0 0 0");
        assertThat(delta.onHand()).isEqualTo(onHand);
        assertThat(delta.disputed()).containsExactly(id + " control_reused at ST 0001 HL 5: ASN-5512");
    }

    @Test
    void aShipmentBeforeItsAnswerIsShippedAndTheAnswerIsHeardAllTheSame() {
        delta.sample("856.edi");
        assertThat(delta.shipped()).isEqualTo("5 6 0 0 0 0");

        long id = delta.sample("855.edi");

        assertThat(feeds.problems(id)).containsExactly("needs_decision at ST 0001 PO1 4 ACK 1: DX-1004B");
        assertThat(delta.released()).isEqualTo("0 4 0 1 0 8");
        assertThat(delta.shipped()).isEqualTo("5 6 0 0 0 0");
    }

    @Test
    void anAnswerAfterEverythingHasShippedMovesNothing() {
        delta.sends(
                "shipment",
                "shipment,po,line,quantity",
                "S1,D1001,1,5",
                "S1,D1001,2,10",
                "S1,D1001,3,2",
                "S1,D1001,4,1",
                "S1,D1001,5,3",
                "S1,D1001,6,8");
        String onHand = delta.onHand();

        long id = delta.sample("855.edi");

        assertThat(feeds.problems(id))
                .containsExactly(
                        "over_answered at ST 0001 PO1 3 ACK 1: 2",
                        "over_answered at ST 0001 PO1 5 ACK 1: 3",
                        "needs_decision at ST 0001 PO1 4 ACK 1: DX-1004B");
        assertThat(delta.shipped()).isEqualTo(NOBODY_MOVED);
        assertThat(delta.onHand()).isEqualTo(onHand);
        assertThat(feeds.list("select location from passed_over")).isEmpty();
        assertThat(feeds.list("select \"current\"::text from order_line where \"current\" is not null"))
                .isEmpty();
    }

    @Test
    void unitsBelowZeroAreRefused() {
        long ack = delta.sends("order-ack", "po,line,action,quantity", "D1001,1,accept,-5", "D1001,2,accept,10");
        long shipment = delta.sends("shipment", "shipment,po,line,quantity", "S1,D1001,1,-1", "S1,D1001,2,3");

        assertThat(feeds.status(ack)).isEqualTo("rejected");
        assertThat(feeds.status(shipment)).isEqualTo("rejected");
        assertThat(feeds.problems(ack)).containsExactly("negative at line 2 column quantity: -5");
        assertThat(feeds.problems(shipment)).containsExactly("negative at line 2 column quantity: -1");
        assertThat(delta.shipped()).isEqualTo("0 0 0 0 0 0");
        assertThat(delta.released()).isEqualTo(NOBODY_MOVED);
        assertThat(delta.onHand()).isEqualTo(ON_HAND);
    }

    @Test
    void anAnswerOfNoUnitsSaysNothingAndIsToldSoUnlessItRejects() {
        long ack = delta.sends(
                "order-ack",
                "po,line,action,quantity",
                "D1001,2,accept,0",
                "D1001,6,accept,0",
                "D1001,6,backorder,8",
                "D1001,4,reject,0");
        long shipment = delta.sends("shipment", "shipment,po,line,quantity", "S1,D1001,2,0");

        assertThat(feeds.problems(ack)).containsExactly("bad_number at line 2: 0");
        assertThat(feeds.problems(shipment)).isEmpty();
        assertThat(feeds.list("select coalesce(acknowledged::text, '-') || ' ' || rejected from purchase_order_line"
                        + " where line in ('2', '4', '6') order by line"))
                .containsExactly("0 0", "0 1", "8 0");
        assertThat(delta.released()).isEqualTo("5 10 2 0 3 8");
        assertThat(delta.shipped()).isEqualTo("0 0 0 0 0 0");
        assertThat(delta.disputed()).containsExactly(ack + " bad_number at line 2: 0");
    }

    @Test
    void wordsThatNobodyKnowsRefuseTheDocumentWithThePlaceOfEach() {
        long id = delta.sends(
                "order-ack",
                "po,line,action,quantity,date,date_kind",
                "D1001,1,maybe,5,,",
                "D1001,2,accept,10,2030-02-30,ship",
                "D1001,4,accept,1,2030-02-20,some day",
                "D1001,6,accept,8,,");

        assertThat(feeds.status(id)).isEqualTo("rejected");
        assertThat(feeds.problems(id))
                .containsExactly(
                        "unknown_code at line 2 column action: maybe",
                        "bad_date at line 3 column date: 2030-02-30",
                        "unknown_code at line 4 column date_kind: some day");
        assertThat(feeds.list("select line from purchase_order_line where acknowledged is not null"))
                .isEmpty();
    }
}
