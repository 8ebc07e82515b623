package io.quayside.supply;

import io.quayside.mapping.Problem;
import io.quayside.outbox.EventSchemas;
import io.quayside.outbox.Events;
import io.quayside.planning.Policy;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Json;
import io.quayside.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * A small company for tests against the database: warehouses, items, orders placed one after the other, and documents
 * that arrive. Its clock stands until it is moved. Day 1 is the day it starts on.
 */
final class Yard implements AutoCloseable {
    static final LocalDate DAY_1 = LocalDate.of(2026, 3, 1);

    final Database database = TestDatabase.create();
    final Doorbell bell = new Doorbell();
    final Replanning replanning =
            new Replanning(Policy.DEFAULT, () -> this.now, ZoneOffset.UTC, new Events(new Doorbell()), bell);
    final Judgements judgements = new Judgements(database, replanning, Policy.DEFAULT);
    final Sweep sweep = new Sweep(database, replanning, bell);
    final Arrivals arrivals = new Arrivals(replanning);

    private Instant now = day(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
    private int placed;

    Yard() {
        sql("insert into storefront values ('shop', 'Shop')");
        sql(
                "insert into partner (code, name, kinds) values ('north', 'Northwind', '{supplier}'), ('hall', 'Hall', '{warehouse}')");
        sql("insert into location (code, kind, rank) values ('MAIN', 'warehouse', 1)");
        sql("insert into location (code, kind, partner, rank) values ('NORTH', 'supplier', 'north', 50)");
        item("P");
        item("Q");
    }

    /** Empties it, but for the partners, locations and the items P and Q. */
    void clear() {
        sql("truncate item, orders, purchase_order, notice, receipt, document, movement, event cascade");
        item("P");
        item("Q");
    }

    static LocalDate day(int n) {
        return DAY_1.plusDays(n - 1L);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void morningOf(int day) {
        now = day(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
    }

    void item(String sku) {
        sql("insert into item (sku, name) values ('" + sku + "', 'Item " + sku + "')");
    }

    /** Lines as "SKU quantity"; orders are numbered, and placed a second after each other. */
    Told order(String ship, int priority, String... lines) {
        placed++;
        return database.inTransaction(h -> {
            TreeSet<String> skus = new TreeSet<>();
            Arrays.stream(lines).forEach(line -> skus.add(line.split(" ")[0]));
            replanning.lock(h, skus);
            long id = h.createQuery("insert into orders (storefront, number, placed_at, priority, ship, body_hash)"
                            + " values ('shop', :number, :placed, :priority, :ship, '') returning id")
                    .bind("number", "o" + placed)
                    .bind("placed", Instant.parse("2026-02-01T00:00:00Z").plusSeconds(placed))
                    .bind("priority", priority)
                    .bind("ship", ship)
                    .mapTo(Long.class)
                    .one();
            for (int i = 0; i < lines.length; i++) {
                String[] parts = lines[i].split(" ");
                h.execute(
                        "insert into order_line (order_id, line, sku, quantity) values (?, ?, ?, ?)",
                        id,
                        String.valueOf(i + 1),
                        parts[0],
                        Integer.valueOf(parts[1]));
            }
            return replanning.replan(h, skus, Trigger.order("shop", "o" + placed));
        });
    }

    Told order(String... lines) {
        return order("any", 0, lines);
    }

    /** A document with these rows of {@code change} (see {@link Row}), applied at once in one chunk; a null stands for a line that was held. */
    Told document(String partner, Row... rows) {
        return arrive(partner, rows).told();
    }

    /** Like {@link #document}; answers what was said in vain. */
    List<Problem> said(String partner, Row... rows) {
        return arrive(partner, rows).problems();
    }

    private Applied arrive(String partner, Row... rows) {
        return database.inTransaction(h -> {
            long id = h.createQuery("insert into document (partner, mapping, name, sha256, size, received_at)"
                            + " values (:partner, 'test', 'file', '', 0, :now) returning id")
                    .bind("partner", partner)
                    .bind("now", now)
                    .mapTo(Long.class)
                    .one();
            return apply(h, id, partner, rows);
        });
    }

    /** The last document is read again, and these are its rows now. */
    Told again(String partner, Row... rows) {
        return database.inTransaction(h -> {
            long id = h.createQuery("select max(id) from document")
                    .mapTo(Long.class)
                    .one();
            h.execute("delete from change where document_id = ?", id);
            return apply(h, id, partner, rows).told();
        });
    }

    private Applied apply(Handle h, long id, String partner, Row... rows) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == null) {
                continue;
            }
            h.createUpdate(
                            "insert into change (document_id, chunk, seq, at, kind, sku, location, quantity, as_of, record, message)"
                                    + " values (:id, 1, :seq, :at, :kind, :sku, :location, :quantity, :asOf, cast(:record as jsonb), :message)")
                    .bind("id", id)
                    .bind("seq", i)
                    .bind("at", "line " + (i + 2))
                    .bind("kind", rows[i].kind())
                    .bind("sku", rows[i].sku())
                    .bind("location", rows[i].location())
                    .bind("quantity", rows[i].quantity())
                    .bind("asOf", rows[i].asOf())
                    .bind("record", rows[i].record())
                    .bind("message", rows[i].message())
                    .execute();
        }
        return arrivals.apply(h, id, partner, 1);
    }

    Told count(String sku, int quantity) {
        return document("hall", Row.inventory(sku, "MAIN", quantity, now));
    }

    /** A row of {@code change}. */
    record Row(
            String kind, String sku, String location, Integer quantity, Instant asOf, String record, Integer message) {
        private Row(String kind, String sku, String location, Integer quantity, Instant asOf, String record) {
            this(kind, sku, location, quantity, asOf, record, null);
        }

        /** The row as one of the document's second message, or any. */
        Row inMessage(int n) {
            return new Row(kind, sku, location, quantity, asOf, record, n);
        }

        /** A receipt at MAIN that names no purchase order. */
        static Row unnamed(String ref, String sku, int quantity, boolean ended, Instant receivedAt) {
            return new Row(
                    "receipt",
                    sku,
                    "MAIN",
                    quantity,
                    null,
                    Json.write(Map.of("ref", ref, "final", ended, "received_at", receivedAt.toString())));
        }

        static Row inventory(String sku, String location, int quantity, Instant asOf) {
            return new Row("inventory", sku, location, quantity, asOf, null);
        }

        static Row inbound(String ref, String sku, int quantity, int day, Instant asOf) {
            return new Row("inbound", sku, "MAIN", quantity, asOf, Json.write(Map.of("ref", ref, "eta", day(day))));
        }

        static Row shipment(String shipment, String purpose, String sku, int quantity, int day, Instant asOf) {
            return new Row(
                    "shipment",
                    sku,
                    null,
                    quantity,
                    asOf,
                    Json.write(Map.of(
                            "shipment", shipment, "purpose", purpose, "po", "PO", "line", "1", "eta", day(day))));
        }

        static Row receipt(String ref, String sku, int quantity, boolean ended, Instant receivedAt) {
            return new Row(
                    "receipt",
                    sku,
                    "MAIN",
                    quantity,
                    null,
                    Json.write(Map.of(
                            "ref",
                            ref,
                            "po",
                            "PO",
                            "line",
                            "1",
                            "final",
                            ended,
                            "received_at",
                            receivedAt.toString())));
        }
    }

    /** Units on hand that the lines of a SKU hold, in the order in which they were placed: "5/0". */
    String allocated(String sku) {
        return String.join(
                "/",
                strings("select coalesce((select sum(quantity) from allocation where line_id = l.id), 0)"
                        + " from order_line l where sku = '" + sku + "' order by id"));
    }

    String onHand(String sku) {
        return String.join("/", strings("select on_hand from stock where sku = '" + sku + "' order by location"));
    }

    String available(String sku) {
        return strings("select available || ' ' || availability from item where sku = '" + sku + "'")
                .get(0);
    }

    /** Open inbound as "quantity on day n", soonest first. */
    List<String> inbound(String sku) {
        return strings("select quantity || ' on day ' || coalesce(cast(eta - date '" + DAY_1 + "' + 1 as text), 'none')"
                + " from inbound where quantity > 0 and sku = '" + sku + "' order by eta, ref");
    }

    /** Current promises of the SKU's lines as days, in the order in which they were placed; "-" is none. */
    String promised(String sku) {
        return String.join(
                "/",
                strings("select coalesce(cast(\"current\" - date '" + DAY_1 + "' + 1 as text), '-')"
                        + " from order_line where sku = '" + sku + "' order by id"));
    }

    int events(String type) {
        return Integer.parseInt(strings("select count(*) from event where type = '" + type + "'")
                .get(0));
    }

    List<String> strings(String sql) {
        return database.read(
                h -> new ArrayList<>(h.createQuery(sql).mapTo(String.class).list()));
    }

    void sql(String sql) {
        database.transact(h -> h.execute(sql));
    }

    @Override
    public void close() {
        EventSchemas.assertAllValid(database);
        database.close();
    }
}
