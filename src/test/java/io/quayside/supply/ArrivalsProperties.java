package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.supply.Yard.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Facts may arrive in any order, and twice; what they come to is the same, and movements always sum up to on hand. */
class ArrivalsProperties {
    private static final Yard YARD = new Yard();
    private static final Instant T = Instant.parse("2026-02-20T00:00:00Z");

    @AfterContainer
    static void close() {
        YARD.close();
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void theOrderOfArrivalHasNoMeaning(@ForAll("facts") List<Row> facts, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);

        assertThat(stateAfter(shuffled)).isEqualTo(stateAfter(facts));
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void theSameFactsTwiceChangeNothing(@ForAll("facts") List<Row> facts) {
        List<Row> twice = new ArrayList<>(facts);
        twice.addAll(facts);

        assertThat(stateAfter(twice)).isEqualTo(stateAfter(facts));
    }

    /** Facts about one SKU, no two of a kind at the same moment: then none of them outranks another by arrival alone. */
    @Provide
    Arbitrary<List<Row>> facts() {
        Arbitrary<Integer> units = Arbitraries.integers().between(0, 40);
        Arbitrary<Integer> days = Arbitraries.integers().between(3, 20);
        Arbitrary<Boolean> ended = Arbitraries.of(true, false);
        return Combinators.combine(units.list().ofSize(9), days.list().ofSize(6), ended)
                .as((n, on, last) -> List.of(
                        Row.inventory("P", "MAIN", n.get(0), at(10)),
                        Row.inventory("P", "MAIN", n.get(1), at(20)),
                        Row.receipt("G1", "P", n.get(2), false, at(5)),
                        Row.receipt("G2", "P", n.get(3), last, at(15)),
                        Row.receipt("G3", "P", n.get(4), false, at(25)),
                        Row.shipment("A", "new", "P", n.get(5), on.get(0), at(3)),
                        Row.shipment("B", "new", "P", n.get(6), on.get(1), at(12)),
                        Row.inbound("PO/1", "P", n.get(7), on.get(2), at(8)),
                        Row.inbound("PO/1", "P", n.get(8), on.get(3), at(18))));
    }

    private static Instant at(int minute) {
        return T.plusSeconds(60L * minute);
    }

    private static String stateAfter(List<Row> facts) {
        YARD.clear();
        YARD.sql("insert into purchase_order (number, partner, kind, location, updated_at)"
                + " values ('PO', 'north', 'replenishment', 'MAIN', '" + T + "')");
        YARD.sql("insert into purchase_order_line (number, line, sku, quantity, eta)"
                + " values ('PO', '1', 'P', 60, '2026-03-25')");
        YARD.order("P 30");
        YARD.order("line", 0, "P 20");
        for (Row fact : facts) {
            YARD.document("north", fact);
            assertThat(YARD.strings("select on_hand - (select coalesce(sum(quantity), 0) from movement"
                            + " where movement.sku = stock.sku and movement.location = stock.location) from stock"))
                    .allMatch("0"::equals);
        }
        return YARD.onHand("P") + " " + YARD.inbound("P") + " " + YARD.allocated("P") + " " + YARD.promised("P") + " "
                + YARD.available("P");
    }
}
