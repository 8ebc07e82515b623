package io.quayside.supply;

import io.quayside.planning.SkuSupply;
import java.util.List;
import java.util.Map;

/** What is stored of some SKUs when they are planned again: all their supply, all their open lines, what was last told. */
record Situation(Map<String, ItemRow> items, List<SkuSupply> supply, List<LineRow> lines) {}
