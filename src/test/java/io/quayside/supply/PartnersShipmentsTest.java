package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shipments of dropship partners ship customers' lines (rule 11), through documents and rows. */
class PartnersShipmentsTest extends FiveOrderedStory {
    @Test
    void aShipmentShipsTheLineWithItsTrackingAndTakesTheUnits() {
        List<Problem> problems = north.ship("S1", "new", "D1", 5, "1Z-A", "1Z-B");

        assertThat(problems).isEmpty();
        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(north.atNorth()).isEqualTo("3 on hand, 0 released, 3 free");
        assertThat(yard.strings("select carrier || ' ' || array_to_string(tracking, ',') || ' ' || quantity"
                        + " from order_shipment join order_shipment_line on shipment_id = id"))
                .containsExactly("UPS 1Z-A,1Z-B 5");
        assertThat(yard.strings("select data ->> 'quantity' from event where type = 'order_line.shipped'"))
                .containsExactly("5");
        assertThat(yard.strings("select data ->> 'tracking' from event where type = 'shipment.created'"))
                .containsExactly("[\"1Z-A\",\"1Z-B\"]");
        assertThat(yard.strings("select (answered_at is not null) from purchase_order"))
                .containsExactly("t");
    }

    @Test
    void moreThanIsReleasedShipsWhatIsAndSaysSo() {
        List<Problem> problems = north.ship("S1", "new", "D1", 7, "1Z-A");

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.OVER_SHIPPED);
        assertThat(problems.get(0).write()).startsWith("at most 5: ");
        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(north.atNorth()).isEqualTo("3 on hand, 0 released, 3 free");
    }

    @Test
    void theSameShipmentTwiceShipsOnce() {
        north.ship("S1", "new", "D1", 5, "1Z-A");

        List<Problem> problems = north.ship("S1", "new", "D1", 5, "1Z-A");

        assertThat(problems).isEmpty();
        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(yard.events("order_line.shipped")).isOne();
        assertThat(yard.events("shipment.created")).isOne();
        assertThat(north.atNorth()).isEqualTo("3 on hand, 0 released, 3 free");
    }

    @Test
    void readAgainADocumentShipsNothingMore() {
        north.ship("S1", "new", "D1", 5, "1Z-A");

        yard.again("north", north.parcel("S1", "new", "D1", 5, "1Z-A"));

        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(yard.events("order_line.shipped")).isOne();
    }

    @Test
    void answerAndShipmentInAnyOrderComeToTheSame() {
        north.ship("S1", "new", "D1", 3, "1Z-A");
        north.answer("D1", "1 accept 3 2", "1 reject 2");

        try (DropshipYard other = new DropshipYard()) {
            other.has("P", 8);
            other.yard.order("P 5");
            other.send("D1", "o1");
            other.answer("D1", "1 accept 3 2", "1 reject 2");
            other.ship("S1", "new", "D1", 3, "1Z-A");

            assertThat(other.lines()).isEqualTo(north.lines()).containsExactly("0+0+3 of 5");
            assertThat(other.atNorth()).isEqualTo(north.atNorth());
            assertThat(other.yard.promised("P")).isEqualTo(yard.promised("P"));
        }
    }

    @Test
    void aCancelledShipmentGivesBackWhatItShipped() {
        north.ship("S1", "new", "D1", 5, "1Z-A");

        north.ship("S1", "cancel", "D1", 5);

        assertThat(north.lines()).containsExactly("0+5+0 of 5");
        assertThat(north.atNorth()).isEqualTo("8 on hand, 5 released, 3 free");
        assertThat(yard.strings("select count(*) from order_shipment")).containsExactly("0");
    }

    @Test
    void aReplacedShipmentCountsAsItSaysLast() {
        north.ship("S1", "new", "D1", 5, "1Z-A");

        north.ship("S1", "replace", "D1", 3, "1Z-C");

        assertThat(north.lines()).containsExactly("0+2+3 of 5");
        assertThat(north.atNorth()).isEqualTo("5 on hand, 2 released, 3 free");
        assertThat(yard.strings("select array_to_string(tracking, ',') from order_shipment"))
                .containsExactly("1Z-C");
    }

    @Test
    void anInventoryThatKnowsOfTheShipmentIsNotReducedByIt() {
        north.has("P", 3);
        assertThat(north.atNorth()).isEqualTo("5 on hand, 5 released, 0 free");
        var told = north.parcel("S1", "new", "D1", 5, "1Z-A");
        north.has("P", 3);

        yard.said("north", told);

        assertThat(north.atNorth()).isEqualTo("5 on hand, 0 released, 5 free");
    }

    @Test
    void twoShipmentsOfOneLineAreTwoParcels() {
        north.ship("S1", "new", "D1", 2, "1Z-A");
        north.ship("S2", "new", "D1", 3, "1Z-B");

        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(yard.events("shipment.created")).isEqualTo(2);
        assertThat(yard.events("order_line.shipped")).isEqualTo(2);
    }
}
