package io.quayside.supply;

import io.quayside.outbox.Event;
import io.quayside.outbox.Events;
import io.quayside.planning.Held;
import io.quayside.planning.Moment;
import io.quayside.planning.Peg;
import io.quayside.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Writes a {@link Difference} and its events, by one statement a table however large it is. */
final class Writing {
    private final Handle handle;
    private final Events events;
    private final Moment moment;

    Writing(Handle handle, Events events, Moment moment) {
        this.handle = handle;
        this.events = events;
        this.moment = moment;
    }

    void write(Difference difference) {
        allocations(changed(difference, LineChange::holdsOther));
        pegs(changed(difference, LineChange::pegsOther));
        lines(changed(difference, line -> line.promisesOther() || line.judgesOther() || line.leavesOther()));
        decisions(difference);
        items(difference.items());
        lockOrders(difference);
        difference.judged().forEach((order, ready) -> update("settle_judgement")
                .bind("order", order)
                .bind("ready", ready)
                .execute());
        List<Event> told = new ArrayList<>(new Telling(difference, moment).events());
        told.addAll(orders(changed(difference, Writing::tellsOrder)));
        events.write(handle, told);
    }

    private static List<LineChange> changed(Difference difference, Predicate<LineChange> what) {
        return difference.lines().stream().filter(what).toList();
    }

    private void allocations(List<LineChange> lines) {
        if (lines.isEmpty()) {
            return;
        }
        update("delete_allocations").bindArray("lines", Long.class, ids(lines)).execute();
        List<Row<Held>> held = rows(lines, line -> line.plan().held());
        update("insert_allocations")
                .bindArray("lines", Long.class, Columns.of(held, Row::line))
                .bindArray("locations", String.class, Columns.of(held, row -> row.of()
                        .location()))
                .bindArray("since", String.class, Columns.of(held, row -> row.of()
                        .since()
                        .toString()))
                .bindArray("quantities", Integer.class, Columns.of(held, row -> row.of()
                        .units()))
                .execute();
    }

    private void pegs(List<LineChange> lines) {
        if (lines.isEmpty()) {
            return;
        }
        update("delete_pegs").bindArray("lines", Long.class, ids(lines)).execute();
        List<Row<Peg>> pegs = rows(lines, line -> line.plan().pegged());
        update("insert_pegs")
                .bindArray("lines", Long.class, Columns.of(pegs, Row::line))
                .bindArray(
                        "inbounds", Long.class, Columns.of(pegs, row -> row.of().inbound()))
                .bindArray("quantities", Integer.class, Columns.of(pegs, row -> row.of()
                        .units()))
                .execute();
    }

    private void lines(List<LineChange> lines) {
        if (lines.isEmpty()) {
            return;
        }
        update("update_lines")
                .bindArray("lines", Long.class, ids(lines))
                .bindArray("originals", String.class, Columns.texts(lines, line -> line.promise()
                        .original()))
                .bindArray("currents", String.class, Columns.texts(lines, line -> line.promise()
                        .current()))
                .bindArray("whole_on", String.class, Columns.texts(lines, line -> line.plan()
                        .wholeOn()))
                .bindArray("schedules", String.class, Columns.of(lines, LineChange::schedule))
                .bindArray("coverable", Boolean.class, Columns.of(lines, line -> line.plan()
                        .coverable()))
                .execute();
    }

    private void decisions(Difference difference) {
        List<DecisionRow> rows = changed(difference, LineChange::isDecided).stream()
                .map(line -> DecisionRow.of(line, difference.trigger(line.plan().sku())))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        update("insert_decisions")
                .bind("at", moment.now())
                .bindArray("lines", Long.class, Columns.of(rows, DecisionRow::line))
                .bindArray("changes", String.class, Columns.of(rows, DecisionRow::change))
                .bindArray("ranks", Integer.class, Columns.of(rows, DecisionRow::rank))
                .bindArray("ahead", Integer.class, Columns.of(rows, DecisionRow::ahead))
                .bindArray("supplies", String.class, Columns.of(rows, DecisionRow::supply))
                .bindArray("rules", String.class, Columns.of(rows, DecisionRow::rule))
                .bindArray("triggers", String.class, Columns.of(rows, DecisionRow::trigger))
                .bindArray("before", String.class, Columns.of(rows, DecisionRow::before))
                .bindArray("after", String.class, Columns.of(rows, DecisionRow::after))
                .bindArray("needed", String.class, Columns.of(rows, DecisionRow::needed))
                .execute();
    }

    private void items(List<Difference.ItemChange> items) {
        if (items.isEmpty()) {
            return;
        }
        update("update_items")
                .bind("at", moment.now())
                .bindArray("skus", String.class, Columns.of(items, item -> item.row()
                        .sku()))
                .bindArray("available", Integer.class, Columns.of(items, item -> item.now()
                        .available()))
                .bindArray("availability", String.class, Columns.of(items, item -> item.now()
                        .status()))
                .bindArray("next_dates", String.class, Columns.texts(items, item -> item.now()
                        .nextDate()))
                .execute();
    }

    private static boolean tellsOrder(LineChange line) {
        return line.row().stored().fresh() || line.holdsOther() || line.promisesOther() || line.leavesOther();
    }

    /** In key order and after the SKUs, so that two SKUs of an order cannot tell it in turns. */
    private void lockOrders(Difference difference) {
        TreeSet<Long> orders = new TreeSet<>(difference.judged().keySet());
        changed(difference, Writing::tellsOrder)
                .forEach(line -> orders.add(line.row().stored().orderId()));
        Replanning.lockOrders(handle, orders);
    }

    /** The changed orders as a whole. */
    private List<Event> orders(List<LineChange> lines) {
        TreeSet<Long> orders =
                new TreeSet<>(Columns.of(lines, line -> line.row().stored().orderId()));
        return orders.isEmpty()
                ? List.of()
                : Columns.of(OrderView.of(handle, orders).values(), order -> OrderView.changed(order, moment.now()));
    }

    /** Something of a line. */
    private record Row<T>(long line, T of) {}

    private static <T> List<Row<T>> rows(List<LineChange> lines, Function<LineChange, List<T>> part) {
        return lines.stream()
                .flatMap(line -> part.apply(line).stream()
                        .map(of -> new Row<>(line.plan().id(), of)))
                .toList();
    }

    private static List<Long> ids(List<LineChange> lines) {
        return Columns.of(lines, line -> line.plan().id());
    }

    private Update update(String name) {
        return handle.createUpdate(Sql.named("supply/" + name));
    }
}
