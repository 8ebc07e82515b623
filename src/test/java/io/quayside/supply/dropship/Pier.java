package io.quayside.supply.dropship;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Mappings;
import io.quayside.mapping.OrderForm;
import io.quayside.mapping.PartnerFile;
import io.quayside.mapping.Unwritable;
import io.quayside.outbox.EventSchemas;
import io.quayside.outbox.Events;
import io.quayside.outbox.OutDocuments;
import io.quayside.planning.Policy;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.TestDatabase;
import io.quayside.supply.Judgements;
import io.quayside.supply.Replanning;
import io.quayside.supply.Trigger;
import io.quayside.supply.orders.Fulfilment;
import io.quayside.supply.orders.NewOrder;
import io.quayside.supply.orders.Orders;
import io.quayside.supply.orders.Placing;
import io.quayside.supply.orders.Releasing;
import io.quayside.supply.orders.Ship;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A merchant with a warehouse MAIN and a dropship partner delta (location DELTA), for tests against the database. P and Q are
 * sold by both. Its clock stands until it is moved; it starts on a Monday at noon UTC.
 */
final class Pier implements AutoCloseable {
    private static final NewOrder.ShipTo JANE = new NewOrder.ShipTo(
            Optional.of("Jane Doe"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    final Database database = TestDatabase.create();
    Instant now = Instant.parse("2026-09-14T12:00:00Z");
    final Events events = new Events(new Doorbell());
    final Replanning replanning = new Replanning(Policy.DEFAULT, () -> now, ZoneOffset.UTC, events, new Doorbell());
    final Judgements judgements = new Judgements(database, replanning, Policy.DEFAULT);
    final Orders orders = new Orders(database, new Placing(replanning, events, () -> now));
    final Fulfilment fulfilment = new Fulfilment(database, replanning, events, () -> now);
    final Cutting cutting = new Cutting(database, replanning, () -> now);
    final Files files = new Files();
    final Writing writing = writing(cutting);
    final SentOrders sent = new SentOrders(events, () -> now);

    Pier() {
        files.say("", "");
        sql("insert into partner (code, name, kinds) values ('delta', 'Delta', '{supplier,dropship}')");
        sql("insert into location (code, kind, partner, rank, zone) values ('MAIN', 'warehouse', null, 1, 'UTC'),"
                + " ('DELTA', 'supplier', 'delta', 50, 'America/Chicago')");
        item("P");
        item("Q");
    }

    void item(String sku) {
        sql("insert into item (sku, name) values ('" + sku + "', 'Item " + sku + "')");
        sql("insert into item_supplier (sku, partner, supplier_sku, dropship, cost) values ('" + sku + "', 'delta', 'D-"
                + sku + "', true, '{\"amount\": \"10.50\", \"currency\": \"USD\"}')");
    }

    /** What {@code mappings/delta/partner.yaml} says of dropship, as JSON. */
    void dropship(String said) {
        sql("update partner set file = '{\"dropship\": " + said + "}' where code = 'delta'");
    }

    void pass(Duration time) {
        now = now.plus(time);
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

    /** Places an order of lines "SKU quantity", numbered from 1, for Jane Doe. */
    void order(String number, Ship ship, String... lines) {
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
        orders.place(new NewOrder(
                "shop",
                number,
                Instant.parse("2026-09-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ship),
                Optional.of(JANE),
                Optional.empty(),
                Optional.empty(),
                all));
        judge();
    }

    void order(String number, String... lines) {
        order(number, Ship.ANY, lines);
    }

    void judge() {
        while (judgements.step()) {
            pass(Duration.ZERO);
        }
    }

    /** Another node's, with its own cutting. */
    Writing writing(Cutting cutting) {
        return new Writing(
                database,
                cutting,
                new Releasing(replanning, events, () -> now),
                new OutDocuments(() -> {}),
                files,
                () -> now);
    }

    /** The partner's form, which a test may take away. */
    static final class Files implements OrderForms {
        private static final String MAPPING =
                """
                mapping: 1
                partner: delta
                source: {format: x12, envelope: {sender: "ZZ/DELTA", receiver: "ZZ/US"}}
                produces: purchase-order
                write:
                  BEG: ["00", DS, "{po}", null, "{date|yyyyMMdd}"]
                  REF: [CO, "{order}"]
                  N1: [ST, "{ship_to.name}"]
                  each lines: {PO1: ["{line}", "{quantity}", EA, "{cost}", null, VN, "{supplier_sku}"]}
                  CTT: ["{count}", "{total}"]
                """;

        private Optional<OrderForm> form = Optional.empty();

        /** The mapping above with another text in place of one of it. */
        void say(String text, String instead) {
            try {
                Path folder = java.nio.file.Files.createTempDirectory("mappings");
                Path file = java.nio.file.Files.createDirectory(folder.resolve("delta"))
                        .resolve("po.yaml");
                java.nio.file.Files.writeString(file, text.isEmpty() ? MAPPING : MAPPING.replace(text, instead));
                Mappings mappings = Mappings.load(folder);
                assertThat(mappings.errors()).isEmpty();
                form = mappings.orderForm("delta");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void sayNothing() {
            form = Optional.empty();
        }

        @Override
        public OrderForm form(String partner) {
            return form.orElseThrow(() -> new Unwritable("a mapping of delta is broken"));
        }

        @Override
        public PartnerFile partner(String code) {
            return PartnerFile.unnamed(code);
        }
    }

    /** Cuts and writes what is due. */
    void write() {
        cut();
        writing.write("delta");
    }

    /** The text of a document. */
    String document(String id) {
        byte[] packed = database.read(
                h -> h.createQuery("select bytes from document_content where document_id = cast(:id as bigint)")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .one());
        try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void cut() {
        while (cutting.step()) {
            pass(Duration.ZERO);
        }
    }

    /** Lines of purchase orders as "number line sku quantity". */
    List<String> purchaseOrders() {
        return strings("select number || ' ' || line || ' ' || sku || ' ' || quantity from purchase_order_line"
                + " order by number, line");
    }

    /** Lines of all orders as "order/line allocated+released+shipped of quantity". */
    List<String> lines() {
        return strings(
                "select number || '/' || line || ' '"
                        + " || coalesce((select sum(quantity) from allocation where line_id = l.id), 0) || '+' || released || '+'"
                        + " || shipped || ' of ' || (quantity - cancelled) from order_line l join orders o on o.id = l.order_id order by l.id");
    }

    List<String> strings(String sql) {
        return database.read(h -> h.createQuery(sql).mapTo(String.class).list());
    }

    void sql(String sql) {
        database.transact(h -> h.execute(sql));
    }

    /** Closes it and proves rule 3: nobody was given more than there is, or than was ordered. */
    @Override
    public void close() {
        try {
            List<String> wrong = strings("select stock.sku || ' ' || stock.location from stock where on_hand <"
                    + " coalesce((select sum(a.quantity) from allocation a join order_line l on l.id = a.line_id"
                    + "   where l.sku = stock.sku and a.location = stock.location), 0)"
                    + " + coalesce((select sum(r.quantity) from released r join order_line l on l.id = r.line_id"
                    + "   where l.sku = stock.sku and r.location = stock.location), 0)"
                    + " union all select 'line ' || l.id from order_line l where released <>"
                    + " coalesce((select sum(quantity) from released where line_id = l.id), 0)");
            if (!wrong.isEmpty()) {
                throw new AssertionError("rule 3 is broken for " + wrong);
            }
            EventSchemas.assertAllValid(database);
        } finally {
            database.close();
        }
    }
}
