package io.quayside.supply.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Answers who waits, and why a line has what it has. Only reads; thread-safe. */
public final class Waiting {
    private final Database database;

    public Waiting(Database database) {
        this.database = database;
    }

    /** Which waiting lines; what is absent does not matter. {@code late}: promised later than first said or asked for, or without a date. */
    public record Filter(
            Optional<String> sku, Optional<String> partner, Optional<String> storefront, Optional<Boolean> late) {}

    /** A waiting line, found again by its id, and what outsiders see of it. */
    public record Found(long id, ObjectNode seen) {}

    record Backorder(
            long id,
            String storefront,
            String number,
            String line,
            String sku,
            int units,
            Optional<LocalDate> requested,
            Optional<LocalDate> original,
            Optional<LocalDate> current,
            boolean exception,
            String inbound) {

        Found found() {
            ObjectNode seen = Json.MAPPER.createObjectNode();
            seen.put("storefront", storefront);
            seen.put("order", number);
            seen.put("line", line);
            seen.put("sku", sku);
            seen.put("quantity", units);
            ObjectNode promise = seen.putObject("promise");
            requested.ifPresent(day -> promise.put("requested", day.toString()));
            original.ifPresent(day -> promise.put("original", day.toString()));
            current.ifPresent(day -> promise.put("current", day.toString()));
            if (exception) {
                seen.put("exception", true);
            }
            seen.set("inbound", Json.tree(inbound));
            return new Found(id, seen);
        }
    }

    /** At most {@code limit} lines that wait, by id, after one of them. */
    public List<Found> backorders(Filter filter, long after, int limit) {
        return database.read(handle -> handle
                .createQuery(Sql.named("orders/backorders"))
                .bind("sku", filter.sku())
                .bind("partner", filter.partner())
                .bind("storefront", filter.storefront())
                .bind("late", filter.late())
                .bind("after", after)
                .bind("limit", limit)
                .map(Rows.of(Backorder.class))
                .stream()
                .map(Backorder::found)
                .toList());
    }

    /** At most {@code limit} decisions about a line, newest first, older than one of them; refuses with 404 where there is no such line. */
    public List<Found> explanation(String storefront, String number, String line, long before, int limit) {
        return database.read(handle -> {
            long id = handle.createQuery(Sql.named("orders/find_line"))
                    .bind("storefront", storefront)
                    .bind("number", number)
                    .bind("line", line)
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> new Refusal(
                            Refusal.Kind.UNKNOWN,
                            "there is no line " + line + " of order " + storefront + "/" + number));
            return Decision.of(handle, id, before, limit).stream()
                    .map(decision -> new Found(decision.id(), decision.seen()))
                    .toList();
        });
    }
}
