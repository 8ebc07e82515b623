package io.quayside.supply;

import static io.quayside.supply.Yard.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.supply.Yard.Row;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rule 5 across SKUs: `complete` orders take nothing until they are judged with all their SKUs. */
class JudgementsTest {
    private final Yard yard = new Yard();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void case5TheFirstCompleteOrderGetsAllAndTheSecondNothing() {
        yard.count("P", 5);
        yard.count("Q", 10);
        yard.order("complete", 0, "P 5", "Q 5");
        yard.order("complete", 0, "P 5", "Q 5");
        judgeAll();

        assertThat(yard.allocated("P")).isEqualTo("5/0");
        assertThat(yard.allocated("Q")).isEqualTo("5/0");
        assertThat(yard.available("Q")).isEqualTo("5 in_stock");
    }

    @Test
    void whatACompleteOrderAheadWouldTakeIsSetAsideUntilItIsJudged() {
        yard.count("P", 5);
        yard.order("complete", 0, "P 5");

        yard.order("P 5");
        assertThat(yard.allocated("P")).isEqualTo("0/0");

        judgeAll();
        assertThat(yard.allocated("P")).isEqualTo("5/0");
        assertThat(yard.events("order_line.deallocated")).isZero();
    }

    @Test
    void unitsThatMakeACompleteOrderReadyAreNeverGivenToTheNextFirst() {
        yard.order("complete", 0, "P 5");
        yard.order("P 5");

        yard.count("P", 5);
        assertThat(yard.allocated("P")).isEqualTo("0/0");

        judgeAll();
        assertThat(yard.allocated("P")).isEqualTo("5/0");
        assertThat(yard.events("order_line.deallocated")).isZero();
    }

    @Test
    void anOrderTurnsReadyWhenItsLastMissingUnitArrives() {
        yard.count("Q", 10);
        yard.order("complete", 0, "P 5", "Q 5");
        yard.order("Q 10");
        judgeAll();
        assertThat(yard.allocated("Q")).isEqualTo("0/10");

        yard.count("P", 5);
        judgeAll();

        assertThat(yard.allocated("P")).isEqualTo("5");
        assertThat(yard.allocated("Q")).isEqualTo("5/5");
        assertRestful();
    }

    @Test
    void anOrderTurnsUnreadyWhenItsStockShrinksAndFreesItsOtherUnits() {
        yard.count("P", 5);
        yard.count("Q", 5);
        yard.order("complete", 0, "P 5", "Q 5");
        judgeAll();
        yard.order("Q 5");
        assertThat(yard.allocated("Q")).isEqualTo("5/0");

        yard.count("P", 4);
        judgeAll();

        assertThat(yard.allocated("P")).isEqualTo("0");
        assertThat(yard.allocated("Q")).isEqualTo("0/5");
        assertRestful();
    }

    @Test
    void aWaitingCompleteOrderIsPromisedTheDayOnWhichAllIsWhole() {
        yard.order("complete", 0, "P 5", "Q 5");
        yard.document("north", Row.inbound("R1", "P", 5, 4, yard.now()));
        judgeAll();
        assertThat(yard.promised("P")).isEqualTo("-");

        yard.document("north", Row.inbound("R2", "Q", 5, 9, yard.now()));
        judgeAll();

        assertThat(yard.promised("P")).isEqualTo("9");
        assertThat(yard.promised("Q")).isEqualTo("9");
        assertThat(yard.strings(
                        "select distinct data ->> 'current' from event where type = 'order_line.promise_changed'"))
                .containsExactly(day(9).toString());
        assertRestful();
    }

    private void judgeAll() {
        int steps = 0;
        while (yard.judgements.step()) {
            assertThat(++steps).as("comes to rest").isLessThan(20);
        }
    }

    private void assertRestful() {
        Told again = yard.database.inTransaction(
                h -> yard.replanning.replan(h, List.of("P", "Q"), Trigger.schedule("again")));
        assertThat(again).isEqualTo(Told.NOTHING);
        assertThat(yard.strings("select order_id from judgement")).isEmpty();
    }
}
