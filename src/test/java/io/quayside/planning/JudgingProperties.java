package io.quayside.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Rule 5 across SKUs: passes over single SKUs that set aside for `complete` orders, and these judged one by one in the order
 * of demand, come to rest at the plan of everything at once. The protocol here is the one that the shell follows.
 */
class JudgingProperties {
    private Tables.Table table;
    private final Map<Long, Demand> lines = new HashMap<>();
    private final Map<Long, LinePlan> last = new HashMap<>();
    private final Map<OrderKey, Boolean> ready = new HashMap<>();
    private final Set<OrderKey> marked = new HashSet<>();

    @Property
    void passesOverSkusAndJudgingInOrderRestAtThePlanOfEverythingAtOnce(@ForAll long seed, @ForAll Random random) {
        lines.clear();
        last.clear();
        ready.clear();
        table = Tables.of(seed, false);
        table.demand().forEach(line -> lines.put(line.id(), line));
        List<String> skus =
                new ArrayList<>(table.supply().stream().map(SkuSupply::sku).toList());
        Collections.shuffle(skus, random);

        skus.forEach(sku -> pass(Set.of(sku), null));
        int judged = 0;
        while (!marked.isEmpty() && judged++ < 200) {
            OrderKey order = firstMarked();
            marked.remove(order);
            Set<String> own = new HashSet<>(ofOrder(order).map(Demand::sku).toList());
            pass(own, order);
        }

        assertThat(marked).as("comes to rest").isEmpty();
        for (LinePlan line : table.plan().lines()) {
            Demand is = lines.get(line.id());
            assertThat(is.held()).as("held of %s", line).isEqualTo(line.held());
            assertThat(is.pegged()).as("pegged of %s", line).isEqualTo(line.pegged());
            if (is.ship() != ShipRule.COMPLETE) {
                assertThat(is.promise().current()).isEqualTo(line.promise().current());
            }
        }
    }

    /** Plans the SKUs as the shell does: once, and again where an order turned out to become ready. */
    private void pass(Set<String> skus, OrderKey judge) {
        Plan plan = plan(skus, judge, Set.of());
        Set<OrderKey> becoming = new HashSet<>();
        complete(skus).forEach((order, own) -> {
            if (!order.equals(judge) && !ready.getOrDefault(order, false) && coverable(order, skus, plan)) {
                becoming.add(order);
            }
        });
        Plan second = becoming.isEmpty() ? plan : plan(skus, judge, becoming);
        complete(skus).keySet().forEach(order -> {
            boolean covered = coverable(order, skus, second);
            boolean turns = ready.getOrDefault(order, false) ? !covered : covered && becoming.contains(order);
            if (!order.equals(judge) && turns) {
                marked.add(order);
            }
        });
        second.judged().forEach(ready::put);
        second.lines().forEach(line -> {
            lines.compute(line.id(), (id, was) -> Tables.after(was, line));
            last.put(line.id(), line);
        });
    }

    private Plan plan(Set<String> skus, OrderKey judge, Set<OrderKey> aside) {
        List<Demand> demand = lines.values().stream()
                .filter(line -> skus.contains(line.sku()))
                .map(line -> Tables.with(
                        line, readiness(line.order(), judge, aside), line.held(), line.pegged(), line.promise()))
                .toList();
        List<SkuSupply> supply =
                table.supply().stream().filter(sku -> skus.contains(sku.sku())).toList();
        return Planner.plan(supply, demand, Policy.DEFAULT, Tables.MOMENT);
    }

    private Readiness readiness(OrderKey order, OrderKey judge, Set<OrderKey> aside) {
        if (order.equals(judge)) {
            return Readiness.JUDGE;
        }
        if (ready.getOrDefault(order, false)) {
            return Readiness.READY;
        }
        return aside.contains(order) || marked.contains(order) ? Readiness.ASIDE : Readiness.UNREADY;
    }

    private Map<OrderKey, List<Demand>> complete(Set<String> skus) {
        return lines.values().stream()
                .filter(line -> line.ship() == ShipRule.COMPLETE && skus.contains(line.sku()))
                .collect(groupingBy(Demand::order));
    }

    /** Here by this plan, elsewhere by what was stored last; what was never planned is not. */
    private boolean coverable(OrderKey order, Set<String> skus, Plan plan) {
        Map<Long, LinePlan> here = plan.lines().stream().collect(toMap(LinePlan::id, line -> line));
        return ofOrder(order)
                .allMatch(line -> skus.contains(line.sku())
                        ? here.get(line.id()).coverable()
                        : last.containsKey(line.id()) && last.get(line.id()).coverable());
    }

    private Stream<Demand> ofOrder(OrderKey order) {
        return lines.values().stream().filter(line -> line.order().equals(order));
    }

    private OrderKey firstMarked() {
        return lines.values().stream()
                .filter(line -> marked.contains(line.order()))
                .min(OrderOfDemand.by(Policy.DEFAULT))
                .orElseThrow()
                .order();
    }
}
