package io.quayside.inbox;

import io.quayside.mapping.Mappings;
import io.quayside.outbox.Events;
import io.quayside.planning.Policy;
import io.quayside.store.Doorbell;
import io.quayside.store.Sql;
import io.quayside.supply.Arrivals;
import io.quayside.supply.Replanning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The dropship partner of `mappings/delta` with order `o` of six lines, which is with it by purchase order D1001, as
 * `samples/855.edi` answers it. It has one unit more of each than was ordered.
 */
final class Delta implements AutoCloseable {
    private static final Path SAMPLES = Path.of("mappings/delta/samples");

    final Feeds feeds = new Feeds();
    final Replanning replanning = new Replanning(
            Policy.DEFAULT, InstantSource.system(), ZoneOffset.UTC, new Events(new Doorbell()), new Doorbell());
    final Arrivals arrivals = new Arrivals(replanning);

    Delta() {
        feeds.chunks(arrivals::apply);
        Mappings mappings = mappings();
        feeds.mappings.put("delta/x12", mappings.find("delta/x12").orElseThrow());
        feeds.mappings.put(
                "standard/order-ack", mappings.find("standard/order-ack").orElseThrow());
        feeds.mappings.put(
                "standard/shipment", mappings.find("standard/shipment").orElseThrow());
        feeds.database.transact(h -> {
            h.execute("insert into partner (code, name, kinds) values ('delta', 'Delta', '{dropship}')");
            h.execute("insert into location (code, kind, partner) values ('DELTA', 'supplier', 'delta')");
            h.execute("insert into item (sku, name) select 'D' || i, 'Item' from generate_series(1, 6) i");
            h.execute("insert into item_supplier (sku, partner, supplier_sku, dropship)"
                    + " select 'D' || i, 'delta', 'DX-100' || i, true from generate_series(1, 6) i");
            h.execute("insert into storefront values ('shop', 'Shop')");
            h.execute("insert into orders (storefront, number, placed_at, body_hash) values ('shop', 'o', now(), '')");
            h.execute("insert into order_line (order_id, line, sku, quantity, released)"
                    + " select 1, i::text, 'D' || i, (array[5, 10, 2, 1, 3, 8])[i], (array[5, 10, 2, 1, 3, 8])[i]"
                    + " from generate_series(1, 6) i");
            h.execute(
                    "insert into released (line_id, location, quantity) select id, 'DELTA', quantity from order_line");
            h.execute("insert into stock (sku, location, on_hand) select sku, 'DELTA', quantity + 1 from order_line");
            h.execute("insert into movement (sku, location, quantity, kind, effective_at)"
                    + " select sku, location, on_hand, 'inventory', now() - interval '1 day' from stock");
            h.execute("insert into document (direction, kind, partner, mapping, name, sha256, size, status)"
                    + " values ('out', 'purchase-order', 'delta', 'm', 'po', '', 0, 'sent')");
            h.execute(
                    "insert into purchase_order (number, partner, kind, location, send, order_id, document_id, sent_at)"
                            + " values ('D1001', 'delta', 'dropship', 'DELTA', true, 1, 1, now() - interval '1 hour')");
            h.execute("insert into purchase_order_line (number, line, sku, quantity, line_id)"
                    + " select 'D1001', line, sku, quantity, id from order_line");
        });
    }

    private static Mappings mappings() {
        try {
            return Mappings.load(Path.of("mappings"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a sample. */
    static String text(String name) {
        try {
            return Files.readString(SAMPLES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Delta sends a sample, and it is taken on. */
    long sample(String name) {
        return sends(text(name));
    }

    /** Delta sends X12, and it is taken on. */
    long sends(String x12) {
        long id = feeds.keep(Drop.pushed("delta", "delta/x12", "x.edi"), x12);
        feeds.work();
        return id;
    }

    /** Delta sends lines of a house layout, and they are taken on. */
    long sends(String layout, String... lines) {
        long id = feeds.dropAs("delta", "standard/" + layout, lines);
        feeds.work();
        return id;
    }

    /** Units released of each line. */
    String released() {
        return feeds.text("select string_agg(released::text, ' ' order by line) from order_line");
    }

    /** Units shipped of each line. */
    String shipped() {
        return feeds.text("select string_agg(shipped::text, ' ' order by line) from order_line");
    }

    /** On hand of each item at Delta. */
    String onHand() {
        return feeds.text("select string_agg(on_hand::text, ' ' order by sku) from stock where location = 'DELTA'");
    }

    /** Documents that stand on Today because something in them was said in vain, with the first of it. */
    List<String> disputed() {
        return feeds.database.read(h -> h.createQuery(Sql.named("web/today/disputed"))
                .bind("limit", 20)
                .map((row, context) -> row.getString("ref") + " " + row.getString("detail"))
                .list());
    }

    @Override
    public void close() {
        feeds.close();
    }
}
