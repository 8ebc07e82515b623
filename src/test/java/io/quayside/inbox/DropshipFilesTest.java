package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Mappings;
import io.quayside.store.Doorbell;
import io.quayside.supply.Applied;
import io.quayside.supply.PartnerFiles;
import io.quayside.supply.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dropship partner's files do to a customer's order, from bytes to the order's lines: the samples of `mappings/delta`. */
class DropshipFilesTest {
    @TempDir
    Path folder;

    private final Delta delta = new Delta();
    private final Feeds feeds = delta.feeds;

    @AfterEach
    void close() {
        delta.close();
    }

    @Test
    void acceptsBackordersRejectionsAndSubstitutesGoWhereTheyBelong() {
        long id = delta.sample("855.edi");

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(delta.released()).isEqualTo("5 10 0 1 0 8");
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

        delta.sample("870.edi");

        assertThat(feeds.text("select leaves::text from purchase_order_line where line = '2'"))
                .isEqualTo("2026-10-12");

        delta.sample("856.edi");

        assertThat(delta.released()).isEqualTo("0 4 0 1 0 8");
        assertThat(feeds.list("select distinct tracking[1] from order_shipment"))
                .containsExactly("1Z999AA10123456784");
        assertThat(feeds.text("select sum(shipped)::text from order_line")).isEqualTo("11");
    }

    @Test
    void aKilledProcessLeavesNothingHalfDoneAndTheNextOneDoesIt() {
        AtomicBoolean killed = new AtomicBoolean();
        feeds.chunks((h, document, partner, chunk) -> {
            Applied applied = delta.arrivals.apply(h, document, partner, chunk);
            if (!killed.getAndSet(true)) {
                throw new IllegalStateException("killed before its commit");
            }
            return applied;
        });

        long id = delta.sample("855.edi");

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(delta.released()).isEqualTo("5 10 0 1 0 8");
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

        assertThat(feeds.problems(ack)).containsExactly("orphan_line at line 4: D9 line 1");
        assertThat(feeds.problems(shipment)).containsExactly("over_shipped at line 2: 7");
        assertThat(delta.released()).isEqualTo("0 10 0 1 3 8");
        assertThat(feeds.stock("D1")).isEqualTo("DELTA 1");
    }

    @Test
    void theDayOfADeliveryIsPromisedAsTheDayOnWhichItLeaves() throws IOException {
        Path partner = Files.createDirectories(folder.resolve("delta")).resolve("partner.yaml");
        Files.writeString(partner, "name: Delta\nkinds: [dropship]\ntransit_days: 3\n");
        new PartnerFiles(feeds.database, new Sweep(feeds.database, delta.replanning, new Doorbell()))
                .load(Mappings.load(folder).partners());

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
}
