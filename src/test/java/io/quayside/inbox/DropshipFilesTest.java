package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Mappings;
import io.quayside.outbox.Events;
import io.quayside.planning.Policy;
import io.quayside.store.Doorbell;
import io.quayside.supply.Applied;
import io.quayside.supply.Arrivals;
import io.quayside.supply.PartnerFiles;
import io.quayside.supply.Replanning;
import io.quayside.supply.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dropship partner's files do to a customer's order, from bytes to the order's lines: the samples of `mappings/delta`. */
class DropshipFilesTest {
    @TempDir
    Path folder;

    private final Feeds feeds = new Feeds();
    private final Replanning replanning = new Replanning(
            Policy.DEFAULT, InstantSource.system(), ZoneOffset.UTC, new Events(new Doorbell()), new Doorbell());
    private final Arrivals arrivals = new Arrivals(replanning);
    private final Sweep sweep = new Sweep(feeds.database, replanning, new Doorbell());

    /** Order `o` of six lines is with Delta by purchase order D1001, as `samples/855.edi` answers it. */
    @BeforeEach
    void anOrderIsWithDelta() throws IOException {
        feeds.chunks(arrivals::apply);
        Mappings mappings = Mappings.load(Path.of("mappings"));
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

    @AfterEach
    void close() {
        feeds.close();
    }

    @Test
    void acceptsBackordersRejectionsAndSubstitutesGoWhereTheyBelong() throws IOException {
        long id = sample("855.edi");

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(lines()).isEqualTo("5 10 0 1 0 8");
        assertThat(
                        feeds.list(
                                "select acknowledged || ' ' || rejected || ' ' || undecided from purchase_order_line order by line"))
                .containsExactly("5 0 0", "10 0 0", "0 2 0", "0 0 1", "0 3 0", "8 0 0");
        assertThat(feeds.text("select leaves::text from purchase_order_line where line = '2'"))
                .isEqualTo("2026-10-05");
        assertThat(feeds.problems(id)).containsExactly("needs_decision at ST 0001 PO1 4 ACK 1: DX-1004B");
        assertThat(feeds.text("select problems::text from document where id = " + id))
                .isEqualTo("1");
        assertThat(feeds.list("select location from passed_over")).containsExactly("DELTA", "DELTA");

        sample("870.edi");

        assertThat(feeds.text("select leaves::text from purchase_order_line where line = '2'"))
                .isEqualTo("2026-10-12");

        sample("856.edi");

        assertThat(lines()).isEqualTo("0 4 0 1 0 8");
        assertThat(feeds.list("select distinct tracking[1] from order_shipment"))
                .containsExactly("1Z999AA10123456784");
        assertThat(feeds.text("select sum(shipped)::text from order_line")).isEqualTo("11");
    }

    @Test
    void aKilledProcessLeavesNothingHalfDoneAndTheNextOneDoesIt() throws IOException {
        AtomicBoolean killed = new AtomicBoolean();
        feeds.chunks((h, document, partner, chunk) -> {
            Applied applied = arrivals.apply(h, document, partner, chunk);
            if (!killed.getAndSet(true)) {
                throw new IllegalStateException("killed before its commit");
            }
            return applied;
        });

        long id = sample("855.edi");

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(lines()).isEqualTo("5 10 0 1 0 8");
        assertThat(feeds.text("select count(*)::text from event where type like 'purchase_order.%'"))
                .isEqualTo("2");
    }

    @Test
    void answersAndShipmentsMayBeCsv() throws IOException {
        long ack = feeds.dropAs(
                "delta",
                "standard/order-ack",
                "po,line,action,quantity",
                "D1001,1,accept,5",
                "D1001,3,reject,2",
                "D9,1,accept,1");
        long shipment = feeds.dropAs(
                "delta", "standard/shipment", "shipment,po,line,quantity,tracking,carrier", "S1,D1001,1,7,1Z9,UPS");
        feeds.work();

        assertThat(feeds.problems(ack)).containsExactly("orphan_line at line 4: D9");
        assertThat(feeds.problems(shipment)).containsExactly("over_shipped at line 2: 7");
        assertThat(lines()).isEqualTo("0 10 0 1 3 8");
        assertThat(feeds.stock("D1")).isEqualTo("DELTA 1");
    }

    @Test
    void theDayOfADeliveryIsPromisedAsTheDayOnWhichItLeaves() throws IOException {
        Path partner = Files.createDirectories(folder.resolve("delta")).resolve("partner.yaml");
        Files.writeString(partner, "name: Delta\nkinds: [dropship]\ntransit_days: 3\n");
        new PartnerFiles(feeds.database, sweep).load(Mappings.load(folder).partners());

        feeds.dropAs(
                "delta",
                "standard/order-ack",
                "po,line,action,quantity,date,date_kind",
                "D1001,1,backorder,5,2030-10-10,deliver",
                "D1001,2,backorder,10,2030-10-10,ship");
        feeds.work();

        assertThat(feeds.list("select \"current\" from order_line where line in ('1', '2') order by line"))
                .containsExactly("2030-10-07", "2030-10-10");
    }

    private long sample(String name) throws IOException {
        long id = feeds.keep(
                Drop.pushed("delta", "delta/x12", name), Files.readString(Path.of("mappings/delta/samples", name)));
        feeds.work();
        return id;
    }

    /** Units released of each line. */
    private String lines() {
        return feeds.text("select string_agg(released::text, ' ' order by line) from order_line");
    }
}
