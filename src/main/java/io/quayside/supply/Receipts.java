package io.quayside.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Goods receipts by calls. A receipt is known by its reference at its location and counts once. */
public final class Receipts {
    private final Database database;
    private final Replanning replanning;

    public Receipts(Database database, Replanning replanning) {
        this.database = database;
        this.replanning = replanning;
    }

    /** A receipt as {@code POST} says it; without a moment it came in now. */
    public record Body(String ref, String location, Optional<Instant> receivedAt, List<Line> lines) {}

    /** A line as {@code POST} says it; {@code ended} ({@code final}): nothing more comes of what announced it. */
    public record Line(
            Optional<String> po,
            Optional<String> line,
            String sku,
            int quantity,
            @JsonProperty("final") Optional<Boolean> ended) {}

    /** A stored receipt. */
    public record View(String ref, String location, Instant receivedAt, JsonNode lines) {}

    /** What a call did: {@code fresh} is false where the reference was known, and nothing was done. */
    public record Outcome(boolean fresh, View receipt) {}

    /** Brings the units on hand, and answers after their SKUs are planned again. */
    public Outcome create(Body body) {
        return database.inTransaction(handle -> {
            check(handle, body);
            Optional<View> known = find(handle, body);
            return known.map(view -> new Outcome(false, view)).orElseGet(() -> take(handle, body));
        });
    }

    /** Another call with the same reference may be faster; then this one finds nothing left to do. */
    private Outcome take(Handle handle, Body body) {
        TreeSet<String> skus = new TreeSet<>(Columns.of(body.lines(), Line::sku));
        replanning.lock(handle, skus, List.of(body.location()));
        ReceiptFacts facts = new ReceiptFacts(handle, Optional.empty());
        Instant now = replanning.moment().now();
        Instant at = Happened.at(body.receivedAt(), now, "/received_at");
        ReceiptFacts.Key key = new ReceiptFacts.Key(body.location(), body.ref());
        facts.write(Columns.of(
                body.lines(),
                line -> new ReceiptFacts.Line(
                        key,
                        line.po(),
                        line.line(),
                        line.sku(),
                        line.quantity(),
                        line.ended().orElse(false),
                        at,
                        Optional.empty())));
        new Deriving(handle).derive(facts.touched());
        replanning.replan(handle, skus, Trigger.call("receipt " + body.ref()));
        return new Outcome(facts.isFresh(key), find(handle, body).orElseThrow());
    }

    private static Optional<View> find(Handle handle, Body body) {
        return handle.createQuery(Sql.named("supply/receipt"))
                .bind("location", body.location())
                .bind("ref", body.ref())
                .map(Rows.of(Row.class))
                .findOne()
                .map(row -> new View(row.ref(), row.location(), row.receivedAt(), Json.tree(row.lines())));
    }

    /** A row as the database gives it. */
    record Row(String ref, String location, Instant receivedAt, String lines) {}

    private static void check(Handle handle, Body body) {
        if (body.lines().isEmpty()) {
            throw refused("/lines", "write at least one line");
        }
        for (int i = 0; i < body.lines().size(); i++) {
            if (body.lines().get(i).quantity() < 0) {
                throw refused("/lines/" + i + "/quantity", "write a quantity of 0 or more");
            }
        }
        if (!Known.location(handle, body.location()).filter("warehouse"::equals).isPresent()) {
            throw refused("/location", "there is no warehouse " + body.location() + "; PUT /v1/locations makes it");
        }
        Known.lines(handle, Columns.of(body.lines(), Line::sku));
    }

    private static Refusal refused(String pointer, String detail) {
        return new Refusal(Refusal.Kind.INVALID, pointer + ": " + detail, new Refusal.Place(pointer, detail));
    }
}
