package io.quayside.planning;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every plan, whatever is on the table. */
class PlannerProperties {
    @Property
    void nothingIsGivenThatIsNotThereAndNothingTakenIsLost(@ForAll long seed, @ForAll boolean firm) {
        Tables.Table table = Tables.of(seed, firm);

        Plan plan = table.plan();

        Map<String, Integer> held = new HashMap<>();
        Map<Long, Integer> pegged = new HashMap<>();
        plan.lines().forEach(line -> {
            line.held().forEach(one -> held.merge(line.sku() + " " + one.location(), one.units(), Integer::sum));
            line.pegged().forEach(one -> pegged.merge(one.inbound(), one.units(), Integer::sum));
        });
        for (SkuSupply sku : table.supply()) {
            int onHand = 0;
            int taken = 0;
            for (OnHand one : sku.onHand()) {
                int here = held.getOrDefault(sku.sku() + " " + one.place().code(), 0);
                assertThat(here).isLessThanOrEqualTo(one.units());
                onHand += one.units();
                taken += here;
            }
            for (Inbound one : sku.inbound()) {
                assertThat(pegged.getOrDefault(one.id(), 0)).isLessThanOrEqualTo(one.units());
            }
            int available = available(plan, sku.sku());
            assertThat(available).isBetween(onHand - taken - sku.safetyStock(), onHand - taken);
        }
    }

    @Property
    void noLineGetsMoreThanItWantsOrWhatItsShipRuleForbids(@ForAll long seed) {
        Tables.Table table = Tables.of(seed, false);

        Plan plan = table.plan();

        Map<Long, LinePlan> byId = plan.lines().stream().collect(toMap(LinePlan::id, line -> line));
        for (Demand line : table.demand()) {
            LinePlan is = byId.get(line.id());
            int pegged = is.pegged().stream().mapToInt(Peg::units).sum();
            assertThat(is.allocated() + pegged).isLessThanOrEqualTo(line.open());
            switch (line.ship()) {
                case ANY -> assertThat(is.allocated()).isBetween(0, line.open());
                case LINE -> assertThat(is.allocated()).isIn(0, line.open());
                case COMPLETE ->
                    assertThat(is.allocated()).isEqualTo(plan.judged().get(line.order()) ? line.open() : 0);
            }
        }
    }

    @Property
    void noLineWaitsForUnitsThatLieFree(@ForAll long seed, @ForAll boolean firm) {
        Tables.Table table = Tables.of(seed, firm);

        Plan plan = table.plan();

        Map<Long, LinePlan> byId = plan.lines().stream().collect(toMap(LinePlan::id, line -> line));
        for (Demand line : table.demand()) {
            if (!line.answers().passedOver().isEmpty()) {
                continue;
            }
            int missing = line.open() - byId.get(line.id()).allocated();
            if (line.ship() == ShipRule.ANY && missing > 0) {
                assertThat(available(plan, line.sku())).isZero();
            }
            if (line.ship() == ShipRule.LINE && missing > 0) {
                assertThat(available(plan, line.sku())).isLessThan(missing);
            }
        }
    }

    @Property
    void noLineHoldsOrIsPromisedAnythingWhereItWasRejected(@ForAll long seed, @ForAll boolean firm) {
        Tables.Table table = Tables.of(seed, firm);

        Plan plan = table.plan();

        Map<Long, LinePlan> byId = plan.lines().stream().collect(toMap(LinePlan::id, line -> line));
        Map<Long, String> places = new HashMap<>();
        table.supply().forEach(sku -> sku.inbound()
                .forEach(one -> places.put(one.id(), one.place().code())));
        for (Demand line : table.demand()) {
            for (Answers.PassedOver rejected : line.answers().passedOver()) {
                LinePlan is = byId.get(line.id());
                assertThat(is.held()).extracting(Held::location).doesNotContain(rejected.location());
                assertThat(is.pegged())
                        .extracting(peg -> places.get(peg.inbound()))
                        .doesNotContain(rejected.location());
            }
        }
    }

    @Property
    void theOrderInWhichFactsAreGivenDoesNotMatter(@ForAll long seed, @ForAll boolean firm, @ForAll Random random) {
        Tables.Table table = Tables.of(seed, firm);
        List<Demand> demand = new ArrayList<>(table.demand());
        Collections.shuffle(demand, random);
        List<SkuSupply> supply = new ArrayList<>(table.supply());
        Collections.shuffle(supply, random);
        supply.replaceAll(sku -> {
            List<OnHand> onHand = new ArrayList<>(sku.onHand());
            Collections.shuffle(onHand, random);
            List<Inbound> inbound = new ArrayList<>(sku.inbound());
            Collections.shuffle(inbound, random);
            return new SkuSupply(sku.sku(), sku.safetyStock(), sku.releaseDate(), onHand, inbound);
        });

        Plan shuffled = new Tables.Table(supply, demand).plan();

        Plan plan = table.plan();
        assertThat(shuffled.lines()).isEqualTo(plan.lines());
        assertThat(shuffled.judged()).isEqualTo(plan.judged());
        assertThat(shuffled.skus()).containsExactlyInAnyOrderElementsOf(plan.skus());
    }

    @Property
    void planningAgainChangesNothing(@ForAll long seed, @ForAll boolean firm) {
        Tables.Table table = Tables.of(seed, firm);
        Plan first = table.plan();
        Map<Long, LinePlan> byId = first.lines().stream().collect(toMap(LinePlan::id, line -> line));

        Plan again = table.with(table.demand().stream()
                        .map(line -> Tables.after(line, byId.get(line.id())))
                        .toList())
                .plan();

        for (LinePlan line : again.lines()) {
            LinePlan was = byId.get(line.id());
            assertThat(line.held()).isEqualTo(was.held());
            assertThat(line.pegged()).isEqualTo(was.pegged());
            assertThat(line.promise()).isEqualTo(was.promise());
        }
        assertThat(again.skus()).isEqualTo(first.skus());
        assertThat(again.judged()).isEqualTo(first.judged());
    }

    @Property
    void noPromiseLiesInThePast(@ForAll long seed, @ForAll boolean firm) {
        Plan plan = Tables.of(seed, firm).plan();

        assertThat(plan.lines()).allSatisfy(line -> assertThat(line.promise().current())
                .satisfiesAnyOf(day -> assertThat(day).isEmpty(), day -> assertThat(day)
                        .hasValueSatisfying(d -> assertThat(d).isAfterOrEqualTo(Scene.DAY_0))));
    }

    private static int available(Plan plan, String sku) {
        return plan.skus().stream()
                .filter(one -> one.sku().equals(sku))
                .mapToInt(SkuPlan::available)
                .sum();
    }
}
