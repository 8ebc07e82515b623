package io.quayside.planning;

import java.util.List;
import java.util.Map;

/**
 * The answer of the planner: one {@link LinePlan} for each demand (in the order of demand), one {@link SkuPlan} for each
 * supply, and for each `complete` order given as {@link Readiness#JUDGE} whether it is ready.
 */
public record Plan(List<LinePlan> lines, List<SkuPlan> skus, Map<OrderKey, Boolean> judged) {}
