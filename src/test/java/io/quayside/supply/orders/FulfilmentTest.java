package io.quayside.supply.orders;

import static io.quayside.supply.orders.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FulfilmentTest {
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void case4_pickedUnitsStayWhoeverComesWithMorePriority() {
        shop.onHand("P", 5);
        shop.orders.place(order("A", "P 5"));

        JsonNode picked = shop.fulfilment.pick("shop", "A", List.of(new Fulfilment.Pick("1", 5, "MAIN")));
        shop.orders.place(order("B", "P 5"));
        shop.fulfilment.change("shop", "B", priority(9));

        assertThat(picked.at("/lines/0/status").asText()).isEqualTo("released");
        assertThat(shop.line("A", 1).get("released").asInt()).isEqualTo(5);
        assertThat(shop.line("B", 1).get("allocated").asInt()).isZero();
        assertThat(shop.strings("select available from item where sku = 'P'")).containsExactly("0");
    }

    @Test
    void whatIsNoLongerAllocatedCannotBePicked() {
        shop.onHand("P", 3);
        shop.orders.place(order("A", "P 5"));

        assertConflict(() -> shop.fulfilment.pick("shop", "A", List.of(new Fulfilment.Pick("1", 4, "MAIN"))));
        assertConflict(() -> shop.fulfilment.pick("shop", "A", List.of(new Fulfilment.Pick("1", 1, "EAST"))));
        assertConflict(() -> shop.fulfilment.pick(
                "shop", "A", List.of(new Fulfilment.Pick("1", 2, "MAIN"), new Fulfilment.Pick("1", 2, "MAIN"))));
        assertThat(shop.line("A", 1).get("allocated").asInt()).isEqualTo(3);
    }

    @Test
    void shippedUnitsLeaveTheStockWhetherTheyWerePickedOrOnlyAllocated() {
        shop.onHand("P", 8);
        shop.orders.place(order("A", "P 6"));
        shop.fulfilment.pick("shop", "A", List.of(new Fulfilment.Pick("1", 2, "MAIN")));

        JsonNode shipped = shop.fulfilment.ship("shop", "A", parcel(5));

        assertThat(shipped.at("/lines/0/shipped").asInt()).isEqualTo(5);
        assertThat(shipped.at("/lines/0/allocated").asInt()).isEqualTo(1);
        assertThat(shipped.at("/lines/0/released").asInt()).isZero();
        assertThat(shipped.at("/lines/0/shipments/0/carrier").asText()).isEqualTo("UPS");
        assertThat(shop.strings("select on_hand from stock")).containsExactly("3");
        assertThat(shop.strings("select quantity || ' ' || kind from movement")).containsExactly("-5 shipment");
        assertThat(shop.strings("select type from event where type like '%ship%'"))
                .containsExactly("order_line.shipped", "shipment.created");
        assertConflict(() -> shop.fulfilment.ship("shop", "A", parcel(2)));
        assertThat(shop.fulfilment
                        .ship("shop", "A", parcel(1))
                        .at("/lines/0/status")
                        .asText())
                .isEqualTo("shipped");
    }

    @Test
    void cancelledUnitsGoToTheNextInLine() {
        shop.onHand("P", 5);
        shop.orders.place(order("A", "P 5"));
        shop.orders.place(order("B", "P 3"));

        shop.fulfilment.cancel("shop", "A", Optional.of(List.of(new Fulfilment.Part("1", 2))));
        assertThat(shop.line("A", 1).get("allocated").asInt()).isEqualTo(3);
        assertThat(shop.line("B", 1).get("allocated").asInt()).isEqualTo(2);

        shop.fulfilment.pick("shop", "A", List.of(new Fulfilment.Pick("1", 3, "MAIN")));
        JsonNode gone = shop.fulfilment.cancel("shop", "A", Optional.empty());
        assertThat(gone.at("/lines/0/status").asText()).isEqualTo("cancelled");
        assertThat(shop.line("B", 1).get("allocated").asInt()).isEqualTo(3);
        assertThat(shop.strings("select sum(quantity) from released")).containsExactly((String) null);
        assertConflict(() -> shop.fulfilment.cancel("shop", "A", Optional.of(List.of(new Fulfilment.Part("1", 1)))));
    }

    @Test
    void aCancelledLineLeavesItsInboundToTheNext() {
        shop.inbound("P", 5, "2026-09-20");
        shop.orders.place(order("A", "P 5"));
        shop.orders.place(order("B", "P 5"));

        shop.fulfilment.cancel("shop", "A", Optional.empty());

        assertThat(shop.line("B", 1).at("/promise/current").asText()).isEqualTo("2026-09-20");
        assertThat(shop.strings("select quantity from peg")).containsExactly("5");
    }

    @Test
    void aLineThatHasEndedHoldsNothingAndIsPromisedNothing() {
        shop.onHand("P", 3);
        shop.onHand("Q", 2);
        shop.inbound("P", 5, "2026-09-20");
        shop.orders.place(order("A", "P 5", "P 1"));
        shop.orders.place(order("B", "Q 2"));

        shop.fulfilment.cancel("shop", "A", Optional.of(List.of(new Fulfilment.Part("1", 1))));
        assertThat(shop.strings(
                        "select sum(allocation.quantity) from allocation join order_line l on l.id = line_id where l.sku = 'P'"
                                + " union all select sum(quantity) from peg"))
                .containsExactly("3", "2");

        shop.fulfilment.cancel("shop", "A", Optional.empty());
        shop.fulfilment.ship("shop", "B", parcel(2));

        assertThat(shop.strings("select line_id from allocation union all select line_id from peg"
                        + " union all select line_id from released"))
                .isEmpty();
    }

    @Test
    void anOrderOnHoldKeepsItsUnitsButNothingLeaves() {
        shop.onHand("P", 5);
        shop.orders.place(order("A", "P 5"));

        shop.fulfilment.change(
                "shop", "A", new OrderChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true)));

        assertThat(shop.line("A", 1).get("allocated").asInt()).isEqualTo(5);
        assertConflict(() -> shop.fulfilment.pick("shop", "A", List.of(new Fulfilment.Pick("1", 1, "MAIN"))));
        assertConflict(() -> shop.fulfilment.ship("shop", "A", parcel(1)));
    }

    @Test
    void theWishForADayIsKeptAndTakenBack() {
        shop.orders.place(order("A", "P 5"));

        shop.fulfilment.change("shop", "A", requested(Optional.of(LocalDate.parse("2026-10-01"))));
        assertThat(shop.line("A", 1).at("/promise/requested").asText()).isEqualTo("2026-10-01");

        shop.fulfilment.change("shop", "A", requested(Optional.empty()));
        assertThat(shop.line("A", 1).get("promise")).isEmpty();
    }

    @Test
    void anOrderThatBecomesCompleteGivesBackWhatItCannotUse() {
        shop.onHand("P", 5);
        shop.orders.place(order("A", "P 5", "Q 5"));
        shop.orders.place(order("B", "P 5"));

        shop.fulfilment.change(
                "shop",
                "A",
                new OrderChange(Optional.empty(), Optional.empty(), Optional.of(Ship.COMPLETE), Optional.empty()));
        shop.judge();

        assertThat(shop.line("A", 1).get("allocated").asInt()).isZero();
        assertThat(shop.line("B", 1).get("allocated").asInt()).isEqualTo(5);
    }

    @Test
    void aLineExplainsItselfNewestFirst() {
        shop.onHand("P", 5);
        shop.orders.place(order("A", "P 5"));
        shop.onHand("P", 3);

        List<Waiting.Found> told = shop.waiting.explanation("shop", "A", "1", Long.MAX_VALUE, 10);

        assertThat(told).hasSize(2);
        assertThat(told.get(0).seen().get("rule").asText()).isEqualTo("7 stock shrank: last come, first lose");
        assertThat(told.get(0).seen().get("needed").asText()).isEqualTo("1 more on hand");
        assertThat(shop.waiting.backorders(
                        new Waiting.Filter(Optional.of("P"), Optional.empty(), Optional.empty(), Optional.of(true)),
                        0,
                        10))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.seen().get("quantity").asInt()).isEqualTo(2));
    }

    private static Fulfilment.Parcel parcel(int units) {
        return new Fulfilment.Parcel(
                "MAIN",
                Optional.of("UPS"),
                Optional.of(List.of("1Z")),
                Optional.empty(),
                List.of(new Fulfilment.Part("1", units)));
    }

    private static OrderChange priority(int priority) {
        return new OrderChange(Optional.of(priority), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static OrderChange requested(Optional<LocalDate> day) {
        return new OrderChange(Optional.empty(), Optional.of(day), Optional.empty(), Optional.empty());
    }

    private static void assertConflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.kind())
                .isEqualTo(Refusal.Kind.CONFLICT));
    }
}
