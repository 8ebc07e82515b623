package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.outbox.Events;
import io.quayside.store.Doorbell;
import io.quayside.supply.orders.Fulfilment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Units that a customer cancels after they were ordered from a partner: what the partner answers and ships then. */
class CancelledUnitsTest extends FiveOrderedStory {
    @Test
    void aPartnerThatConfirmsTheCancellationFreesNothing() {
        cancel("o1", 2);

        List<Problem> problems = north.answer("D1", "1 reject 2");

        assertThat(problems).isEmpty();
        assertThat(north.lines()).containsExactly("0+3+0 of 5");
        assertThat(yard.strings("select line_id from passed_over")).isEmpty();

        north.ship("S1", "new", "D1", 3, "1Z-A");

        assertThat(north.lines()).containsExactly("0+0+3 of 5");
    }

    @Test
    void aPartnerThatRejectsEverythingFreesWhatTheCustomerStillWants() {
        cancel("o1", 2);

        List<Problem> problems = north.answer("D1", "1 reject 5");

        assertThat(problems).isEmpty();
        assertThat(north.lines()).containsExactly("0+0+0 of 5");
        assertThat(yard.strings("select freed from purchase_order_line")).containsExactly("3");
        assertThat(open()).containsExactly("D1 0");
    }

    @Test
    void aRejectionOfWhatHasShippedSaysHowManyItCanBeAboutAtMost() {
        cancel("o1", 2);
        north.ship("S1", "new", "D1", 1, "1Z-A");

        List<Problem> problems = north.answer("D1", "1 reject 5");

        assertThat(problems)
                .extracting(Problem::code, problem -> problem.value().orElse(""), Problem::write)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        ProblemCode.OVER_ANSWERED, "5", "at most 4: the others have shipped"));
        assertThat(north.lines()).containsExactly("0+0+1 of 5");
    }

    @Test
    void whatIsCancelledAfterARejectionIsOfTheOthers() {
        north.answer("D1", "1 reject 2");
        cancel("o1", 2);
        assertThat(north.lines()).containsExactly("0+3+0 of 5");

        cancel("o1", 1);
        assertThat(open()).containsExactly("D1 2");
        north.answer("D1", "1 reject 3");

        assertThat(north.lines()).containsExactly("0+2+0 of 5");
    }

    @Test
    void aPartnerThatShipsTheCancelledUnitsTooHasShippedTooMuch() {
        cancel("o1", 2);
        assertThat(open()).containsExactly("D1 3");

        List<Problem> problems = north.ship("S1", "new", "D1", 5, "1Z-A");

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.OVER_SHIPPED);
        assertThat(problems.get(0).write()).startsWith("at most 3: ");
        assertThat(north.lines()).containsExactly("0+0+3 of 5");
        assertThat(open()).containsExactly("D1 0");
    }

    @Test
    void itShipsNoUnitsOfAnotherPurchaseOrderOfTheLineInTheirPlace() {
        twoMoreOnAPurchaseOrderOfTheirOwn();
        yard.sql("update purchase_order_line set cancelled = 2 where number = 'D1'");
        yard.sql("update order_line set cancelled = 2, released = 5");
        yard.sql("update released set quantity = 5");

        List<Problem> problems = north.ship("S1", "new", "D1", 5, "1Z-A");

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.OVER_SHIPPED);
        assertThat(north.lines()).containsExactly("0+2+3 of 7");
        assertThat(north.ship("S2", "new", "D2", 2, "1Z-B")).isEmpty();
        assertThat(north.lines()).containsExactly("0+0+5 of 7");
    }

    @Test
    void whatWasBookedOfCancelledUnitsHidesNoOthers() {
        north.books("on_send");
        twoMoreOnAPurchaseOrderOfTheirOwn();
        yard.sql("update purchase_order_line set cancelled = 2 where number = 'D1'");
        yard.sql("update order_line set cancelled = 2, released = 5");
        yard.sql("update released set quantity = 5");
        yard.sql("update purchase_order set sent_at = null where number = 'D2'");

        yard.pass(Duration.ofMinutes(1));
        north.has("P", 5);

        assertThat(yard.strings("select quantity || ' ' || booked from released"))
                .containsExactly("5 3");
        assertThat(north.atNorth()).isEqualTo("5 on hand, 2 released, 3 free");
    }

    @Test
    void whatWasBookedOfUnitsThatAreCancelledIsBookedNoMore() {
        north.books("on_ack");
        twoMoreOnAPurchaseOrderOfTheirOwn();
        north.answer("D2", "1 accept 2");
        north.has("P", 6);
        assertThat(north.atNorth()).isEqualTo("6 on hand, 5 released, 1 free");

        cancel("o1", 2);

        assertThat(yard.strings("select number || ' ' || cancelled from purchase_order_line order by number"))
                .containsExactly("D1 0", "D2 2");
        assertThat(north.atNorth()).isEqualTo("6 on hand, 5 released, 1 free");
    }

    private void twoMoreOnAPurchaseOrderOfTheirOwn() {
        yard.sql("update order_line set quantity = 7");
        yard.database.inTransaction(h -> yard.replanning.replan(h, List.of("P"), Trigger.call("two more")));
        north.send("D2", "o1");
        assertThat(north.lines()).containsExactly("0+7+0 of 7");
    }

    private void cancel(String order, int units) {
        yard.pass(Duration.ofMinutes(1));
        new Fulfilment(yard.database, yard.replanning, new Events(new Doorbell()), yard::now)
                .cancel("shop", order, Optional.of(List.of(new Fulfilment.Part("1", units))));
    }

    private List<String> open() {
        return new PurchaseOrders(yard.database, yard.replanning)
                .list(PurchaseOrders.Filter.NONE, "", 9).stream()
                        .map(order -> order.number() + " "
                                + order.lines().get(0).get("open").asInt())
                        .toList();
    }
}
