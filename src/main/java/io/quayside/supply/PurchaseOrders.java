package io.quayside.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What we ordered from partners. A purchase order is always said in full; what it brings is derived as inbound. */
public final class PurchaseOrders {
    private final Database database;
    private final Replanning replanning;

    public PurchaseOrders(Database database, Replanning replanning) {
        this.database = database;
        this.replanning = replanning;
    }

    /** A purchase order as {@code PUT} says it. */
    public record Body(
            String partner, String kind, Optional<String> location, Optional<Boolean> send, List<Line> lines) {}

    /** A line as {@code PUT} says it; {@code ended} ({@code final}): nothing more comes on it. */
    public record Line(
            String line,
            String sku,
            int quantity,
            Optional<LocalDate> eta,
            @JsonProperty("final") Optional<Boolean> ended) {}

    /**
     * A purchase order as {@code GET} gives it, each line with how far it has come.
     *
     * @param order the customer's order that a dropship purchase order was cut from
     * @param document what was written for the partner
     * @param unwritten why nothing could be written
     */
    public record View(
            String number,
            String partner,
            String kind,
            Optional<String> location,
            boolean send,
            Instant createdAt,
            Optional<JsonNode> order,
            Optional<String> document,
            Optional<Instant> sentAt,
            Optional<Instant> answeredAt,
            Optional<String> unwritten,
            JsonNode lines) {}

    /** What a list is narrowed by. */
    public record Filter(
            Optional<String> partner,
            Optional<Boolean> open,
            Optional<Boolean> late,
            Optional<Boolean> unacknowledged) {
        static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Stores what is ordered, and answers after the SKUs of all lines, old and new, are planned again. */
    public View put(String number, Body body) {
        return database.inTransaction(handle -> {
            check(handle, body);
            handle.createQuery(Sql.named("supply/lock_purchase_order"))
                    .bind("number", number)
                    .mapTo(Integer.class)
                    .one();
            mayBeSaid(handle, number);
            Set<String> skus = new TreeSet<>(skus(handle, number));
            body.lines().forEach(line -> skus.add(line.sku()));
            replanning.lock(handle, skus);
            write(handle, number, body);
            AnsweredLines.store(handle, new AnsweredLines(handle, List.of(number)).answered());
            Set<InboundKey> touched = new LinkedHashSet<>();
            skus.forEach(sku -> touched.add(new InboundKey(number, sku)));
            new Deriving(handle).derive(touched);
            replanning.replan(handle, skus, Trigger.call("purchase order " + number));
            return list(handle, Optional.of(number), Filter.NONE, "", 1).get(0);
        });
    }

    /** One of that number. */
    public Optional<View> find(String number) {
        return database.read(handle ->
                list(handle, Optional.of(number), Filter.NONE, "", 1).stream().findFirst());
    }

    /** At most {@code limit} of them after a number, by number. */
    public List<View> list(Filter filter, String after, int limit) {
        return database.read(handle -> list(handle, Optional.empty(), filter, after, limit));
    }

    private List<View> list(Handle handle, Optional<String> number, Filter filter, String after, int limit) {
        return handle
                .createQuery(Sql.named("supply/purchase_orders"))
                .bind("number", number)
                .bind("partner", filter.partner())
                .bind("open", filter.open())
                .bind("late", filter.late())
                .bind("unacknowledged", filter.unacknowledged())
                .bind("today", replanning.today())
                .bind("after", after)
                .bind("limit", limit)
                .map(Rows.of(Row.class))
                .stream()
                .map(Row::toView)
                .toList();
    }

    /** A row as the database gives it. */
    record Row(
            String number,
            String partner,
            String kind,
            Optional<String> location,
            boolean send,
            Instant createdAt,
            Optional<String> customerOrder,
            Optional<Long> documentId,
            Optional<Instant> sentAt,
            Optional<Instant> answeredAt,
            Optional<String> unwritten,
            String lines) {

        View toView() {
            return new View(
                    number,
                    partner,
                    kind,
                    location,
                    send,
                    createdAt,
                    customerOrder.map(Json::tree),
                    documentId.map(String::valueOf),
                    sentAt,
                    answeredAt,
                    unwritten,
                    Json.tree(lines));
        }
    }

    private static List<String> skus(Handle handle, String number) {
        return handle.createQuery(Sql.named("supply/lines_of_purchase_order"))
                .bind("number", number)
                .mapTo(String.class)
                .list();
    }

    private void write(Handle handle, String number, Body body) {
        handle.createUpdate(Sql.named("supply/put_purchase_order"))
                .bind("number", number)
                .bind("partner", body.partner())
                .bind("kind", body.kind())
                .bind("location", body.location())
                .bind("send", body.send().orElse(false))
                .bind("at", replanning.moment().now())
                .execute();
        List<Line> lines = body.lines();
        handle.createUpdate(Sql.named("supply/delete_purchase_order_lines"))
                .bind("number", number)
                .bindArray("lines", String.class, Columns.of(lines, Line::line))
                .execute();
        handle.createUpdate(Sql.named("supply/put_purchase_order_lines"))
                .bind("number", number)
                .bindArray("lines", String.class, Columns.of(lines, Line::line))
                .bindArray("skus", String.class, Columns.of(lines, Line::sku))
                .bindArray("quantities", Integer.class, Columns.of(lines, Line::quantity))
                .bindArray("etas", String.class, Columns.texts(lines, Line::eta))
                .bindArray("final", Boolean.class, Columns.of(lines, line -> line.ended()
                        .orElse(false)))
                .execute();
    }

    private static void mayBeSaid(Handle handle, String number) {
        handle.createQuery(Sql.named("supply/order_of_purchase_order"))
                .bind("number", number)
                .mapTo(String.class)
                .findOne()
                .ifPresent(order -> {
                    throw new Refusal(
                            Refusal.Kind.CONFLICT,
                            number + " was cut from order " + order + " and follows it; change that order instead");
                });
    }

    private static void check(Handle handle, Body body) {
        if (!List.of("replenishment", "dropship").contains(body.kind())) {
            throw refused("/kind", "write replenishment or dropship");
        }
        if (body.lines().isEmpty()) {
            throw refused("/lines", "write at least one line");
        }
        Set<String> lines = new HashSet<>();
        for (int i = 0; i < body.lines().size(); i++) {
            Line line = body.lines().get(i);
            if (!lines.add(line.line())) {
                throw refused("/lines/" + i + "/line", "line " + line.line() + " stands there twice");
            }
            if (line.quantity() < 0) {
                throw refused("/lines/" + i + "/quantity", "write a quantity of 0 or more");
            }
        }
        Known.lines(handle, Columns.of(body.lines(), Line::sku));
        if (!Known.partner(handle, body.partner())) {
            throw refused("/partner", "there is no partner " + body.partner() + "; PUT /v1/partners makes it");
        }
        body.location().ifPresent(code -> {
            if (!Known.location(handle, code).filter("warehouse"::equals).isPresent()) {
                throw refused("/location", "there is no warehouse " + code + "; PUT /v1/locations makes it");
            }
        });
    }

    private static Refusal refused(String pointer, String detail) {
        return new Refusal(Refusal.Kind.INVALID, pointer + ": " + detail, new Refusal.Place(pointer, detail));
    }
}
