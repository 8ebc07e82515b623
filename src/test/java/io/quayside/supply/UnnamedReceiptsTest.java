package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.supply.Yard.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Receipts that name no purchase order are taken to be of what is expected there soonest. */
class UnnamedReceiptsTest {
    private final Yard yard = new Yard();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void itConsumesWhatIsExpectedSoonestAndTheRestOfTheNext() {
        yard.document(
                "north",
                Row.inbound("PO-1/1", "P", 10, 12, yard.now()),
                Row.inbound("PO-2/1", "P", 10, 5, yard.now()),
                Row.inbound("PO-3/1", "Q", 10, 3, yard.now()));

        yard.document("hall", Row.unnamed("GR", "P", 14, false, yard.now().plusSeconds(1)));

        assertThat(yard.onHand("P")).isEqualTo("14");
        assertThat(yard.inbound("P")).containsExactly("6 on day 12");
        assertThat(yard.inbound("Q")).containsExactly("10 on day 3");
    }

    @Test
    void aLineThatWasHeldComesInWhenItsDocumentIsReadAgainAndTheOthersDoNotComeTwice() {
        yard.document("north", Row.inbound("PO-1/1", "P", 10, 12, yard.now()));
        yard.pass(Duration.ofMinutes(1));
        Row p = Row.unnamed("GR", "P", 4, false, yard.now());
        Row q = Row.unnamed("GR", "Q", 7, false, yard.now());
        yard.document("hall", p, null);

        yard.again("hall", p, q);
        yard.again("hall", p, q);

        assertThat(yard.onHand("P")).isEqualTo("4");
        assertThat(yard.onHand("Q")).isEqualTo("7");
        assertThat(yard.inbound("P")).containsExactly("6 on day 12");
    }

    @Test
    void aShipmentLineThatWasHeldCountsWhenItsDocumentIsReadAgain() {
        yard.document(
                "north", Row.inbound("PO/1", "P", 100, 20, yard.now()), Row.inbound("PO/1", "Q", 50, 20, yard.now()));
        yard.pass(Duration.ofMinutes(1));
        Row p = Row.shipment("ASN", "new", "P", 60, 8, yard.now());
        Row q = Row.shipment("ASN", "new", "Q", 30, 8, yard.now());
        yard.document("north", p, null);

        yard.again("north", p, q);

        assertThat(yard.inbound("P")).containsExactly("60 on day 8", "40 on day 20");
        assertThat(yard.inbound("Q")).containsExactly("30 on day 8", "20 on day 20");
    }

    @Test
    void itConsumesANoticeAndFinalEndsItsRest() {
        yard.document("north", Row.inbound("PO/1", "P", 100, 20, yard.now()));
        yard.pass(Duration.ofMinutes(1));
        yard.document("north", Row.shipment("ASN", "new", "P", 60, 8, yard.now()));
        yard.pass(Duration.ofMinutes(1));

        yard.document("hall", Row.unnamed("GR", "P", 58, true, yard.now()));

        assertThat(yard.inbound("P")).containsExactly("40 on day 20");
    }

    @Test
    void aLineThatNamesItsPurchaseOrderComesFirstAndTheUnnamedOneTakesTheNext() {
        yard.document(
                "north", Row.inbound("PO/1", "P", 10, 5, yard.now()), Row.inbound("PO-2/1", "P", 10, 12, yard.now()));

        yard.document(
                "hall",
                Row.unnamed("GR-1", "P", 10, false, yard.now().plusSeconds(1)),
                Row.receipt("GR-2", "P", 10, false, yard.now().plusSeconds(1)));

        assertThat(yard.inbound("P")).isEmpty();
    }

    @Test
    void unitsThatNothingAnnouncedAreOnlyOnHandAndWhatIsOrderedLaterIsStillToCome() {
        yard.document("hall", Row.unnamed("GR", "P", 4, false, yard.now()));

        yard.document("north", Row.inbound("PO-1/1", "P", 10, 12, yard.now().minusSeconds(60)));

        assertThat(yard.onHand("P")).isEqualTo("4");
        assertThat(yard.inbound("P")).containsExactly("10 on day 12");
    }

    @Test
    void whatCountsNoMoreHasAnnouncedNothing() {
        yard.document("north", Row.inbound("PO-1/1", "P", 10, 2, yard.now()));
        yard.document("north", Row.inbound("PO-2/1", "P", 10, 40, yard.now()));
        yard.morningOf(39);

        yard.document("hall", Row.unnamed("GR", "P", 10, false, yard.now()));

        assertThat(yard.inbound("P")).containsExactly("10 on day 2");
    }

    @Test
    void aSecondOneInAReceiptOfTheApiFindsWhatTheFirstLeft() {
        yard.document(
                "north", Row.inbound("PO-1/1", "P", 10, 5, yard.now()), Row.inbound("PO-2/1", "P", 10, 12, yard.now()));
        yard.pass(Duration.ofMinutes(1));

        Receipts.Outcome taken = new Receipts(yard.database, yard.replanning)
                .create(new Receipts.Body("GR", "MAIN", Optional.empty(), List.of(line(8), line(8), line(8))));

        assertThat(yard.inbound("P")).isEmpty();
        assertThat(taken.receipt().lines().findValuesAsText("quantity")).containsExactly("8", "2", "4", "6", "4");
        assertThat(taken.receipt().lines().findValuesAsText("po")).containsExactly("PO-1", "PO-1", "PO-2", "PO-2");
        assertThat(yard.onHand("P")).isEqualTo("24");
    }

    private static Receipts.Line line(int quantity) {
        return new Receipts.Line(Optional.empty(), Optional.empty(), "P", quantity, Optional.empty());
    }
}
