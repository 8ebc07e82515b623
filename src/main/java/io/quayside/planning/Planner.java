package io.quayside.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans who gets what. Pure: same input, same plan. Quantities are base units; see allocation.md, rules 1–9. */
public final class Planner {
    private Planner() {}

    /** Plans all demand of the SKUs in {@code supply} as a whole. Demand of a SKU without supply waits without a date. */
    public static Plan plan(Collection<SkuSupply> supply, Collection<Demand> demand, Policy policy, Moment moment) {
        Map<String, Remaining> skus = new HashMap<>();
        supply.forEach(one -> skus.put(one.sku(), new Remaining(one, moment.today())));
        List<Line> lines = inOrder(demand, skus, policy, moment);

        Instant firmBefore = moment.now().minus(policy.firmAfter());
        skus.values().forEach(sku -> Keeping.keep(sku, sku.lines, firmBefore));
        skus.values().forEach(Remaining::holdBackSafetyStock);
        Map<OrderKey, Boolean> judged = Taking.inTurn(lines);
        Pegging.inTurn(lines);
        List<LinePlan> plans = new Answering(policy, moment).answer(lines);
        return new Plan(
                plans, supply.stream().map(one -> skus.get(one.sku()).plan()).toList(), judged);
    }

    private static List<Line> inOrder(
            Collection<Demand> demand, Map<String, Remaining> skus, Policy policy, Moment moment) {
        List<Line> lines = new ArrayList<>(demand.size());
        demand.stream().sorted(OrderOfDemand.by(policy)).forEach(one -> {
            Remaining sku = skus.computeIfAbsent(one.sku(), code -> new Remaining(unsupplied(code), moment.today()));
            lines.add(sku.join(one));
        });
        return lines;
    }

    private static SkuSupply unsupplied(String sku) {
        return new SkuSupply(sku, 0, Optional.empty(), List.of(), List.of());
    }
}
