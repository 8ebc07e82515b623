package io.quayside.supply.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.outbox.EventSchemas;
import io.quayside.outbox.Events;
import io.quayside.planning.Policy;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.TestDatabase;
import io.quayside.supply.Judgements;
import io.quayside.supply.Replanning;
import io.quayside.supply.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A storefront with a warehouse MAIN, for tests of orders against the database. Its clock stands until it is moved. */
final class Shop implements AutoCloseable {
    final Database database = TestDatabase.create();
    private Instant now = Instant.parse("2026-09-14T11:00:00Z");
    private final Events events = new Events(new Doorbell());
    final Replanning replanning = new Replanning(Policy.DEFAULT, () -> now, ZoneOffset.UTC, events, new Doorbell());
    final Judgements judgements = new Judgements(database, replanning, Policy.DEFAULT);
    final Orders orders = new Orders(database, new Placing(replanning, events, () -> now));
    final Fulfilment fulfilment = new Fulfilment(database, replanning, events, () -> now);
    final Waiting waiting = new Waiting(database);

    Shop() {
        sql("insert into location (code, kind, rank) values ('MAIN', 'warehouse', 1), ('EAST', 'warehouse', 2)");
        item("P", "true", null);
        item("Q", "true", null);
    }

    void item(String sku, String backorder, Integer limit) {
        sql("insert into item (sku, name, backorder_allowed, backorder_limit) values ('" + sku + "', '" + sku + "', "
                + backorder + ", " + limit + ")");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** On hand at MAIN from now on. */
    void onHand(String sku, int units) {
        onHand(sku, "MAIN", units);
    }

    void onHand(String sku, String location, int units) {
        database.transact(h -> {
            replanning.lock(h, List.of(sku));
            h.execute(
                    "insert into stock (sku, location, on_hand) values (?, ?, ?)"
                            + " on conflict (sku, location) do update set on_hand = excluded.on_hand",
                    sku,
                    location,
                    units);
            replanning.replan(h, List.of(sku), Trigger.call("count"));
        });
    }

    void inbound(String sku, int units, String eta) {
        database.transact(h -> {
            replanning.lock(h, List.of(sku));
            h.execute(
                    "insert into inbound (sku, location, ref, source, quantity, eta, news_at)"
                            + " values (?, 'MAIN', 'PO-1/' || ?, 'po', ?, cast(? as date), now())",
                    sku,
                    sku,
                    units,
                    eta);
            replanning.replan(h, List.of(sku), Trigger.call("inbound"));
        });
    }

    /** An order of lines "SKU quantity", numbered from 1, of rule `any`. */
    static NewOrder order(String number, String... lines) {
        return order(number, Ship.ANY, false, lines);
    }

    static NewOrder order(String number, Ship ship, boolean sold, String... lines) {
        List<NewOrder.Line> all = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" ");
            all.add(new NewOrder.Line(
                    String.valueOf(all.size() + 1),
                    parts[0],
                    Integer.parseInt(parts[1]),
                    Optional.empty(),
                    Optional.empty()));
        }
        return new NewOrder(
                "shop",
                number,
                Instant.parse("2026-09-01T00:00:00Z"),
                Optional.of(sold),
                Optional.empty(),
                Optional.of(ship),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                all);
    }

    JsonNode line(String number, int n) {
        return orders.find("shop", number).at("/lines/" + (n - 1));
    }

    void judge() {
        while (judgements.step()) {
            pass(Duration.ZERO);
        }
    }

    List<String> strings(String sql) {
        return database.read(h -> h.createQuery(sql).mapTo(String.class).list());
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
