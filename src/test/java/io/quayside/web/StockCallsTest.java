package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.outbox.Events;
import io.quayside.planning.Policy;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.TestDatabase;
import io.quayside.supply.PurchaseOrders;
import io.quayside.supply.Receipts;
import io.quayside.supply.Replanning;
import io.quayside.supply.Stock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockCallsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Database database = TestDatabase.create();
    private final Replanning replanning =
            new Replanning(Policy.DEFAULT, () -> NOW, ZoneOffset.UTC, new Events(new Doorbell()), new Doorbell());
    private final TestApi api = TestApi.serving(
            database,
            new StockCalls(
                            new Stock(database, replanning),
                            new PurchaseOrders(database, replanning),
                            new Receipts(database, replanning))
                    .calls());

    @BeforeEach
    void stock() {
        database.transact(h -> {
            h.execute("insert into partner (code, name, kinds) values ('north', 'Northwind', '{supplier}')");
            h.execute("insert into location (code, kind) values ('MAIN', 'warehouse')");
            h.execute("insert into item (sku, name, safety_stock) values ('A/1', 'Chair', 2)");
        });
    }

    @AfterEach
    void close() {
        api.close();
        database.close();
    }

    @Test
    void aCountSetsOnHandAndMovementsAfterItStayOnTop() {
        api.post("/v1/stock/A%2F1/MAIN/adjustments", "{\"quantity\":3,\"reason\":\"found\"}");

        Reply counted = api.put(
                "/v1/stock/A%2F1/MAIN",
                "{\"on_hand\":10,\"as_of\":\"2026-03-01T11:00:00Z\",\"reason\":\"stocktaking\"}");

        assertThat(counted.status()).isEqualTo(200);
        assertThat(counted.at("/locations/0/on_hand")).isEqualTo("13");
        assertThat(counted.at("/locations/0/available")).isEqualTo("11");
        assertThat(api.get("/v1/stock/A%2F1").json()).isEqualTo(counted.json());
    }

    @Test
    void whatIsNotThereCannotBeTakenAway() {
        Reply refused = api.post("/v1/stock/A%2F1/MAIN/adjustments", "{\"quantity\":-1,\"reason\":\"broken\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(api.post("/v1/stock/A%2F1/MAIN/adjustments", "{\"quantity\":0,\"reason\":\"\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.put("/v1/stock/A%2F1/MAIN", "{\"on_hand\":-1,\"reason\":\"\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.put("/v1/stock/A%2F1/ELSEWHERE", "{\"on_hand\":1,\"reason\":\"\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/v1/stock/B").status()).isEqualTo(404);
    }

    @Test
    void aPurchaseOrderIsSaidInFullAndSoIsWhatItBrings() {
        Reply made = api.put(
                "/v1/purchase-orders/77",
                order("{\"line\":\"1\",\"sku\":\"A/1\",\"quantity\":40,\"eta\":\"2026-03-20\"}"));

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/lines/0/open")).isEqualTo("40");
        assertThat(api.get("/v1/stock/A%2F1").at("/inbound/0/ref")).isEqualTo("77/1");

        api.put("/v1/purchase-orders/77", order("{\"line\":\"2\",\"sku\":\"A/1\",\"quantity\":5}"));

        assertThat(api.get("/v1/purchase-orders/77").json().at("/lines")).hasSize(1);
        assertThat(api.get("/v1/stock/A%2F1").at("/inbound/0/ref")).isEqualTo("77/2");
        assertThat(api.get("/v1/stock/A%2F1").at("/inbound/0/quantity")).isEqualTo("5");
    }

    @Test
    void aReceiptCountsOnceAndConsumesWhatWasOrdered() {
        api.put(
                "/v1/purchase-orders/77",
                order("{\"line\":\"1\",\"sku\":\"A/1\",\"quantity\":40,\"eta\":\"2026-03-20\"}"));
        String receipt =
                "{\"ref\":\"GR\",\"location\":\"MAIN\",\"lines\":[{\"po\":\"77\",\"line\":\"1\",\"sku\":\"A/1\",\"quantity\":30}]}";

        assertThat(api.post("/v1/receipts", receipt).status()).isEqualTo(201);
        Reply again = api.post("/v1/receipts", receipt);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/lines/0/quantity")).isEqualTo("30");
        assertThat(api.get("/v1/stock/A%2F1").at("/locations/0/on_hand")).isEqualTo("30");
        assertThat(api.get("/v1/purchase-orders/77").at("/lines/0/received")).isEqualTo("30");
        assertThat(api.get("/v1/purchase-orders/77").at("/lines/0/open")).isEqualTo("10");
    }

    @Test
    void purchaseOrdersAreListedByNumberAndNarrowed() {
        api.put(
                "/v1/purchase-orders/1",
                order("{\"line\":\"1\",\"sku\":\"A/1\",\"quantity\":4,\"eta\":\"2026-02-20\"}"));
        api.put(
                "/v1/purchase-orders/2",
                order("{\"line\":\"1\",\"sku\":\"A/1\",\"quantity\":4,\"eta\":\"2026-03-20\"}"));
        api.put("/v1/purchase-orders/3", order("{\"line\":\"1\",\"sku\":\"A/1\",\"quantity\":4,\"final\":true}"));

        Reply first = api.get("/v1/purchase-orders?limit=2");
        Reply second = api.get("/v1/purchase-orders?limit=2&cursor=" + first.at("/next"));

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(second.at("/items/0/number")).isEqualTo("3");
        assertThat(api.get("/v1/purchase-orders?open=true").json().at("/items")).hasSize(2);
        assertThat(api.get("/v1/purchase-orders?late=true").at("/items/0/number"))
                .isEqualTo("1");
        assertThat(api.get("/v1/purchase-orders?late=true").json().at("/items")).hasSize(1);
        assertThat(api.get("/v1/purchase-orders?partner=south").json().at("/items"))
                .isEmpty();
        assertThat(api.get("/v1/purchase-orders/4").status()).isEqualTo(404);
    }

    @Test
    void anUnknownSkuIsNamedWithItsPointer() {
        Reply refused = api.put("/v1/purchase-orders/77", order("{\"line\":\"1\",\"sku\":\"B\",\"quantity\":1}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/lines/0/sku");
        assertThat(api.get("/v1/purchase-orders/77").status()).isEqualTo(404);
    }

    private static String order(String line) {
        return "{\"partner\":\"north\",\"kind\":\"replenishment\",\"lines\":[" + line + "]}";
    }
}
