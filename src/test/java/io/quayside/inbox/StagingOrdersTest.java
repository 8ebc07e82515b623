package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StagingOrdersTest {
    private final Feeds feeds = new Feeds();

    @AfterEach
    void close() {
        feeds.close();
    }

    @Test
    void nobodySpeaksOfAPurchaseOrderWithAnotherSupplier() {
        feeds.items(1);
        feeds.database.transact(h -> {
            h.execute("insert into partner (code, name, kinds) values ('other', 'Other', '{supplier}')");
            h.execute(
                    "insert into purchase_order (number, partner, kind, location) values ('PO-7', 'other', 'replenishment', 'MAIN')");
            h.execute("insert into purchase_order_line (number, line, sku, quantity) values ('PO-7', '1', 'A1', 10)");
        });

        long stated = feeds.drop("inbound,PO-7/1,A1,0,MAIN,2026-12-01");
        long shipped = feeds.drop("shipment,ASN-1,PO-7,1,A1,5,2026-12-01");
        feeds.work();

        assertThat(feeds.problems(stated)).containsExactly("orphan_line at line 1: A1");
        assertThat(feeds.problems(shipped)).containsExactly("orphan_line at line 1: PO-7 line 1");
    }

    @Test
    void noticesTakeWhatTheyDoNotSayFromThePurchaseOrder() {
        feeds.items(2);
        feeds.mappings.put("acme/x12", SmallCsv.named("acme/x12"));
        feeds.database.transact(h -> {
            h.execute(
                    "insert into purchase_order (number, partner, kind, location) values ('77', 'acme', 'replenishment', 'MAIN')");
            h.execute(
                    "insert into purchase_order_line (number, line, sku, quantity) values ('77', '1', 'A1', 100), ('77', '2', 'A2', 50)");
        });

        long id = feeds.dropAs(
                "acme",
                "acme/x12",
                "shipment,ASN1,77,1,,60,2026-12-08",
                "shipment,ASN1,77,,A2,50,2026-12-08",
                "shipment,ASN1,,,A2,5,2026-12-08");
        feeds.work();

        assertThat(feeds.list("select sku || ' ' || quantity || ' ' || (record ->> 'line') from change order by seq"))
                .containsExactly("A1 60 1", "A2 50 2");
        assertThat(feeds.problems(id)).containsExactly("orphan_line at line 3: A2");
    }

    @Test
    void answersFindTheirLineByItsNameElseByItsSku() {
        purchaseOrders();

        long id = feeds.dropAs(
                "acme",
                "acme/x12",
                "order_ack,77,1,,accept,5",
                "order_ack,77,9,A2,reject,0",
                "order_ack,77,1,A3,reject,0",
                "order_ack,78,1,A1,accept,5",
                "order_ack,79,1,A1,accept,5",
                "order_ack,77,9,,accept,5");
        feeds.work();

        assertThat(
                        feeds.list(
                                "select sku || ' ' || (record ->> 'line') || ' ' || (record ->> 'action') from change order by seq"))
                .containsExactly("A1 1 accept", "A2 2 reject", "A3 3 reject");
        assertThat(feeds.problems(id))
                .containsExactly(
                        "orphan_line at line 4: 78 line 1",
                        "orphan_line at line 5: 79 line 1",
                        "orphan_line at line 6: 77 line 9");
    }

    @Test
    void aWholeAnswerIsOneToEachLineThatIsNotNamed() {
        purchaseOrders();

        long id = feeds.dropAs(
                "acme", "acme/x12", "order_ack,77,2,,reject,0", "order_ack,77,*,,accept,", "order_ack,80,*,,accept,");
        feeds.work();

        assertThat(feeds.list("select sku || ' ' || (record ->> 'action') from change order by sku"))
                .containsExactly("A1 accept", "A2 reject", "A3 accept");
        assertThat(feeds.problems(id)).containsExactly("orphan_line at line 3: 80");
    }

    @Test
    void shipmentsOfADropshipOrderMustNameALineOfIt() {
        purchaseOrders();
        feeds.database.transact(h -> h.execute("update purchase_order set kind = 'dropship'"));

        long id = feeds.dropAs(
                "acme", "acme/x12", "shipment,S1,77,9,A2,1,", "shipment,S1,77,9,,1,", "shipment,S1,77,1,,1,");
        feeds.work();

        assertThat(feeds.list("select sku || ' ' || (record ->> 'line') from change order by seq"))
                .containsExactly("A2 2", "A1 1");
        assertThat(feeds.problems(id)).containsExactly("orphan_line at line 2: 77 line 9");
    }

    @Test
    void statementsOfWhatIsExpectedGoToThePurchaseOrdersLocation() {
        feeds.items(2);
        feeds.mappings.put("acme/etas", SmallCsv.named("acme/etas"));
        feeds.database.transact(h -> {
            h.execute("insert into location (code, kind, rank) values ('EAST', 'warehouse', 200)");
            h.execute(
                    "insert into purchase_order (number, partner, kind, location) values ('PO/7', 'acme', 'replenishment', 'EAST')");
        });

        feeds.dropAs("acme", "acme/etas", "inbound,PO/7/1,A1,40,,2026-12-04", "inbound,LOOSE,A2,10,,");
        feeds.work();

        assertThat(feeds.list("select sku || ' ' || location || ' ' || record::text from change order by sku"))
                .containsExactly(
                        "A1 EAST {\"eta\": \"2026-12-04\", \"ref\": \"PO/7/1\"}", "A2 MAIN {\"ref\": \"LOOSE\"}");
    }

    @Test
    void onlyAWarehouseCountsGoodsIn() {
        feeds.items(1);
        feeds.mappings.put("standard/receipt", SmallCsv.named("standard/receipt"));

        long supplier = feeds.dropAs("acme", "standard/receipt", "receipt,GR1,77,1,A1,5");
        long warehouse = feeds.dropAs("wms", "standard/receipt", "receipt,GR1,77,1,A1,5");
        feeds.work();

        assertThat(feeds.status(supplier)).isEqualTo("rejected");
        assertThat(feeds.problems(supplier)).containsExactly("wrong_format at document: receipt");
        assertThat(feeds.status(warehouse)).isEqualTo("applied");
        assertThat(feeds.list("select location || ' ' || quantity from change")).containsExactly("MAIN 5");
    }

    /** 77 of acme with lines 1 to 3 for A1 to A3, 78 of wms. */
    private void purchaseOrders() {
        feeds.items(3);
        feeds.mappings.put("acme/x12", SmallCsv.named("acme/x12"));
        feeds.database.transact(h -> {
            h.execute("insert into purchase_order (number, partner, kind) values ('77', 'acme', 'replenishment'),"
                    + " ('78', 'wms', 'replenishment')");
            h.execute("insert into purchase_order_line (number, line, sku, quantity) values"
                    + " ('77', '1', 'A1', 5), ('77', '2', 'A2', 5), ('77', '3', 'A3', 5), ('78', '1', 'A1', 5)");
        });
    }
}
