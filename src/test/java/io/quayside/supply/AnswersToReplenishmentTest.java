package io.quayside.supply;

import static io.quayside.supply.Yard.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.supply.PurchaseOrders.Body;
import io.quayside.supply.PurchaseOrders.Line;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What partners answer to purchase orders for our own warehouse moves what is expected there. */
class AnswersToReplenishmentTest {
    private final DropshipYard north = new DropshipYard();
    private final Yard yard = north.yard;
    private final PurchaseOrders orders = new PurchaseOrders(yard.database, yard.replanning);

    @BeforeEach
    void tenAreOrderedForDayTwenty() {
        order(10);
        yard.order("P 10");
        assertThat(yard.promised("P")).isEqualTo("20");
    }

    @AfterEach
    void close() {
        assertThat(north.rests()).isTrue();
        north.close();
    }

    @Test
    void anAcceptanceWithADayMovesTheUnitsToIt() {
        north.answer("PO", "1 accept 10 24");

        assertThat(yard.inbound("P")).containsExactly("10 on day 24");
        assertThat(yard.promised("P")).isEqualTo("24");
        assertThat(acknowledged()).isEqualTo(10);
    }

    @Test
    void anAcceptanceWithoutADayLeavesTheDay() {
        north.answer("PO", "1 accept 6");

        assertThat(yard.inbound("P")).containsExactly("10 on day 20");
        assertThat(acknowledged()).isEqualTo(6);
    }

    @Test
    void acceptSixBackorderFourSplitsWhatIsExpected() {
        north.answer("PO", "1 accept 6 18", "1 backorder 4 30");

        assertThat(yard.inbound("P")).containsExactly("6 on day 18", "4 on day 30");
        assertThat(yard.promised("P")).isEqualTo("30");
    }

    @Test
    void aRejectionLowersWhatIsExpectedAndLaterNewsOfTheOrderKeepsIt() {
        north.answer("PO", "1 reject 4");
        assertThat(yard.inbound("P")).containsExactly("6 on day 20");

        order(12);

        assertThat(yard.inbound("P")).containsExactly("8 on day 20");
    }

    @Test
    void whatIsShippedIsTakenFromWhatIsDueSoonest() {
        north.answer("PO", "1 accept 6 18", "1 backorder 4 30");

        yard.document("north", Yard.Row.shipment("ASN", "new", "P", 6, 17, yard.now()));

        assertThat(yard.inbound("P")).containsExactly("6 on day 17", "4 on day 30");
    }

    private void order(int quantity) {
        orders.put(
                "PO",
                new Body(
                        "north",
                        "replenishment",
                        Optional.of("MAIN"),
                        Optional.of(true),
                        List.of(new Line("1", "P", quantity, Optional.of(day(20)), Optional.empty()))));
    }

    private int acknowledged() {
        return orders.find("PO")
                .orElseThrow()
                .lines()
                .get(0)
                .path("acknowledged")
                .asInt();
    }
}
