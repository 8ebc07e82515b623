package io.quayside.supply;

import io.quayside.planning.LinePlan;
import io.quayside.planning.Moment;
import io.quayside.planning.OnHand;
import io.quayside.planning.Place;
import io.quayside.planning.Plan;
import io.quayside.planning.Promise;
import io.quayside.planning.SkuPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a plan changes in what is stored and told: nothing, where it is planned again without a change. */
final class Difference {
    /** An item of which something else is told from now on. */
    record ItemChange(ItemRow row, Availability now) {}

    private final List<LineChange> lines = new ArrayList<>();
    private final List<ItemChange> items = new ArrayList<>();
    private final Set<String> gaining = new HashSet<>();
    private final Map<Long, Boolean> judged = new HashMap<>();
    private final Function<String, Trigger> triggers;

    Difference(
            Situation before, Plan plan, CompleteOrders complete, Moment moment, Function<String, Trigger> triggers) {
        this.triggers = triggers;
        Map<Long, LineRow> rows = before.lines().stream()
                .collect(Collectors.toMap(row -> row.stored().id(), Function.identity()));
        rows.values().forEach(row -> {
            Boolean ready = plan.judged().get(CompleteOrders.key(row.stored()));
            if (ready != null) {
                judged.put(row.stored().orderId(), ready);
            }
        });
        Map<String, Integer> waiting = new HashMap<>();
        for (LinePlan line : plan.lines()) {
            LineRow row = rows.get(line.id());
            Promise promise = complete.promisesLater(row)
                    ? new Promise(row.stored().original(), row.stored().current())
                    : line.promise();
            LineChange change = new LineChange(row, line, promise);
            waiting.merge(line.sku(), change.backordered(), Integer::sum);
            if (change.gained() > 0) {
                gaining.add(line.sku());
            }
            if (change.isDecided() || change.judgesOther() || change.leavesOther()) {
                lines.add(change);
            }
        }
        for (SkuPlan sku : plan.skus()) {
            ItemRow item = before.items().get(sku.sku());
            Availability now = Availability.of(item, sku, waiting.getOrDefault(sku.sku(), 0), moment.today());
            if (now.differsFrom(item)) {
                items.add(new ItemChange(item, now));
            }
        }
    }

    /** Lines of which anything changes, in the order of demand. */
    List<LineChange> lines() {
        return lines;
    }

    List<ItemChange> items() {
        return items;
    }

    /** `complete` orders that were judged, by id: whether they are ready. */
    Map<Long, Boolean> judged() {
        return judged;
    }

    Trigger trigger(String sku) {
        return triggers.apply(sku);
    }

    /** Whether another line of the SKU gained units: then a loss is somebody else's gain. */
    boolean somebodyGained(String sku) {
        return lines.stream()
                .anyMatch(line -> line.gained() > 0 && line.plan().sku().equals(sku));
    }

    Told told() {
        return new Told(
                0,
                count(line -> line.gained() > 0 && !line.row().stored().fresh()),
                count(line -> line.gained() < 0),
                count(LineChange::movesPromise));
    }

    private int count(Predicate<LineChange> what) {
        return (int) lines.stream().filter(what).count();
    }

    /** Whether a changed line holds units at a supplier's location. */
    boolean holdsAtSuppliers(Situation situation) {
        Set<String> suppliers = situation.supply().stream()
                .flatMap(sku -> sku.onHand().stream())
                .map(OnHand::place)
                .filter(place -> !place.own())
                .map(Place::code)
                .collect(Collectors.toSet());
        return !suppliers.isEmpty()
                && lines.stream()
                        .filter(LineChange::holdsOther)
                        .flatMap(line -> line.plan().held().stream())
                        .anyMatch(held -> suppliers.contains(held.location()));
    }
}
