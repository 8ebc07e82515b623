package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.outbox.Events;
import io.quayside.store.Doorbell;
import io.quayside.supply.orders.Fulfilment;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Units with a dropship partner that a person says have left, and what the partner says of them afterwards. */
class ShippedByCallTest extends FiveOrderedStory {
    @Test
    void thePartnersNoticeOfTheSameUnitsShipsThemNoSecondTime() {
        call(5, "1Z-A");
        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(north.atNorth()).isEqualTo("3 on hand, 0 released, 3 free");
        assertThat(purchaseOrders()).containsExactly("D1 shipped 5 open 0");

        List<Problem> problems = north.ship("S1", "new", "D1", 5, "1Z-A");

        assertThat(problems).isEmpty();
        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(north.atNorth()).isEqualTo("3 on hand, 0 released, 3 free");
        assertThat(purchaseOrders()).containsExactly("D1 shipped 5 open 0");
        assertThat(yard.events("order_line.shipped")).isOne();
        assertThat(yard.events("shipment.created")).isOne();
    }

    @Test
    void aNoticeOfMoreThanTheCallShipsTheOthers() {
        call(3, "1Z-A");

        List<Problem> problems = north.ship("S1", "new", "D1", 5, "1Z-B");

        assertThat(problems).isEmpty();
        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(north.atNorth()).isEqualTo("3 on hand, 0 released, 3 free");
        assertThat(parcels()).containsExactly("3 1Z-A", "2 1Z-B");
    }

    @Test
    void noticesInPartsAreRecognisedUnitByUnitAndTheRestIsTooMuch() {
        call(5, "1Z-A");

        assertThat(north.ship("S1", "new", "D1", 3)).isEmpty();
        assertThat(north.ship("S2", "new", "D1", 2)).isEmpty();
        List<Problem> problems = north.ship("S3", "new", "D1", 1);

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.OVER_SHIPPED);
        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(north.atNorth()).isEqualTo("3 on hand, 0 released, 3 free");
    }

    @Test
    void aNoticeThatIsTakenBackLeavesWhatTheCallSaid() {
        call(3, "1Z-A");
        north.ship("S1", "new", "D1", 5, "1Z-B");

        north.ship("S1", "replace", "D1", 4, "1Z-B");
        assertThat(north.lines()).containsExactly("0+1+4 of 5");
        north.ship("S1", "cancel", "D1", 4);
        assertThat(north.lines()).containsExactly("0+2+3 of 5");
        assertThat(parcels()).containsExactly("3 1Z-A");

        assertThat(north.ship("S2", "new", "D1", 5, "1Z-C")).isEmpty();
        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(north.atNorth()).isEqualTo("3 on hand, 0 released, 3 free");
    }

    @Test
    void aParcelWithoutTrackingGetsThatOfTheNotice() {
        call(5);
        int told = yard.events("order.changed");

        north.ship("S1", "new", "D1", 5, "1Z-A", "1Z-B");

        assertThat(parcels()).containsExactly("5 1Z-A,1Z-B");
        assertThat(yard.events("order.changed")).isEqualTo(told + 1);
    }

    @Test
    void unitsThatTheSupplierHasBookedAreNotTakenFromItsStockAgain() {
        north.books("on_send");
        north.has("P", 0);
        assertThat(north.atNorth()).isEqualTo("0 on hand, 0 released, 0 free");

        call(5, "1Z-A");

        assertThat(north.lines()).containsExactly("0+0+5 of 5");
        assertThat(north.atNorth()).isEqualTo("0 on hand, 0 released, 0 free");
    }

    @Test
    void whatWasBookedOfShippedUnitsHidesNoOthers() {
        north.books("on_send");
        north.has("P", 5);
        yard.sql("update order_line set quantity = 7");
        yard.database.inTransaction(h -> yard.replanning.replan(h, List.of("P"), Trigger.call("two more")));
        north.send("D2", "o1");
        assertThat(north.atNorth()).isEqualTo("5 on hand, 2 released, 3 free");

        call(5, "1Z-A");

        assertThat(purchaseOrders()).containsExactly("D1 shipped 5 open 0", "D2 shipped 0 open 2");
        assertThat(north.atNorth()).isEqualTo("5 on hand, 2 released, 3 free");
    }

    @Test
    void anInventoryAfterTheyLeftKnowsOfThem() {
        Instant before = yard.now();
        north.has("P", 8);

        yard.pass(Duration.ofMinutes(1));
        fulfilment().ship("shop", "o1", parcel(5, Optional.of(before)));

        assertThat(north.atNorth()).isEqualTo("8 on hand, 0 released, 8 free");
    }

    @Test
    void unitsThatAreOnNoPurchaseOrderShipAsEver() {
        yard.order("P 2");
        yard.pass(Duration.ofMinutes(1));

        fulfilment().ship("shop", "o2", parcel(2, Optional.empty()));

        assertThat(north.lines()).containsExactly("0+5+0 of 5", "0+0+2 of 2");
        assertThat(north.atNorth()).isEqualTo("6 on hand, 5 released, 1 free");
        assertThat(purchaseOrders()).containsExactly("D1 shipped 0 open 5");
    }

    @Test
    void aRejectionOfWhatACallShippedFreesNothing() {
        call(5, "1Z-A");

        List<Problem> problems = north.answer("D1", "1 reject 5");

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.OVER_ANSWERED);
        assertThat(north.lines()).containsExactly("0+0+5 of 5");
    }

    private void call(int units, String... tracking) {
        yard.pass(Duration.ofMinutes(1));
        fulfilment().ship("shop", "o1", parcel(units, Optional.empty(), tracking));
    }

    private Fulfilment fulfilment() {
        return new Fulfilment(yard.database, yard.replanning, new Events(new Doorbell()), yard::now);
    }

    private static Fulfilment.Parcel parcel(int units, Optional<Instant> shippedAt, String... tracking) {
        return new Fulfilment.Parcel(
                "NORTH",
                Optional.empty(),
                Optional.of(Arrays.asList(tracking)),
                shippedAt,
                List.of(new Fulfilment.Part("1", units)));
    }

    private List<String> parcels() {
        return yard.strings("select quantity || ' ' || array_to_string(tracking, ',')"
                + " from order_shipment join order_shipment_line on shipment_id = id order by id");
    }

    private List<String> purchaseOrders() {
        return new PurchaseOrders(yard.database, yard.replanning)
                .list(PurchaseOrders.Filter.NONE, "", 9).stream()
                        .map(order -> order.number() + " shipped "
                                + order.lines().get(0).get("shipped").asInt() + " open "
                                + order.lines().get(0).get("open").asInt())
                        .toList();
    }
}
