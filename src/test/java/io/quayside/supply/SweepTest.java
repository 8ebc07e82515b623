package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.supply.Yard.Row;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a new day changes (rules 8 and 9), and SKUs that were marked to be planned again. */
class SweepTest {
    private final Yard yard = new Yard();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void anEtaThatPassedTakesTheDateBackOnceAndTheInboundIsListedAsLate() {
        yard.document("north", Row.inbound("REF", "P", 10, 4, yard.now()));
        yard.order("P 10");

        yard.morningOf(5);
        sweepAll();
        yard.morningOf(6);
        sweepAll();

        assertThat(yard.promised("P")).isEqualTo("-");
        assertThat(yard.strings("select found_late from inbound")).containsExactly("2026-03-05");
        assertThat(yard.events("order_line.promise_changed")).isEqualTo(1);
    }

    @Test
    void aLateInboundMovesByTheSuppliersMedianDelayAndThenToNone() {
        yard.sql("insert into purchase_order (number, partner, kind) values ('OLD', 'north', 'replenishment')");
        yard.sql(
                "insert into purchase_order_line (number, line, sku, quantity, eta) values ('OLD', '1', 'Q', 1, '2026-02-01')");
        yard.sql("insert into receipt (location, ref, received_at) values ('MAIN', 'OLD', '2026-02-04')");
        yard.sql(
                "insert into receipt_line (receipt_id, n, po, line, sku, quantity) select id, 1, 'OLD', '1', 'Q', 1 from receipt");
        yard.document("north", Row.inbound("REF", "P", 10, 4, yard.now()));
        yard.order("P 10");

        yard.morningOf(5);
        sweepAll();
        assertThat(yard.promised("P")).isEqualTo("8");

        yard.morningOf(9);
        sweepAll();
        assertThat(yard.promised("P")).isEqualTo("-");
        assertThat(yard.events("order_line.promise_changed")).isEqualTo(2);
    }

    @Test
    void anInboundWithoutNewsForThirtyDaysCountsNoMore() {
        yard.document("north", Row.inbound("REF", "P", 10, 4, yard.now()));
        yard.order("P 10");

        yard.morningOf(34);
        sweepAll();
        assertThat(yard.strings("select quantity from peg")).containsExactly("10");

        yard.morningOf(35);
        sweepAll();
        assertThat(yard.strings("select quantity from peg")).isEmpty();
        assertThat(yard.inbound("P")).containsExactly("10 on day 4");
    }

    @Test
    void markedSkusArePlannedAgainWithTheirCause() {
        yard.order("P 10");
        yard.sql("insert into stock (sku, location, on_hand) values ('P', 'MAIN', 4)");
        yard.database.transact(h -> yard.sweep.mark(h, List.of("P", "unknown"), Trigger.call("item P")));

        sweepAll();

        assertThat(yard.allocated("P")).isEqualTo("4");
        assertThat(yard.strings("select trigger ->> 'position' from decision order by id desc limit 1"))
                .containsExactly("item P");
        assertThat(yard.strings("select sku from replan")).isEmpty();
    }

    private void sweepAll() {
        int steps = 0;
        while (yard.sweep.step()) {
            assertThat(++steps).as("comes to rest").isLessThan(20);
        }
    }
}
