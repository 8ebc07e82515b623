package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.outbox.EventSchemas;
import io.quayside.outbox.Events;
import io.quayside.planning.Policy;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.TestDatabase;
import io.quayside.supply.Offers;
import io.quayside.supply.Replanning;
import io.quayside.supply.Stock;
import io.quayside.supply.orders.Fulfilment;
import io.quayside.supply.orders.Orders;
import io.quayside.supply.orders.Placing;
import io.quayside.supply.orders.Waiting;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderCallsTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-09-14T11:00:00Z");

    private final Database database = TestDatabase.create();
    private final Events events = new Events(new Doorbell());
    private final Replanning replanning = new Replanning(Policy.DEFAULT, CLOCK, ZoneOffset.UTC, events, new Doorbell());
    private final TestApi api = TestApi.serving(database, calls());

    OrderCallsTest() {
        database.transact(h -> {
            h.execute("insert into location (code, kind, rank) values ('MAIN', 'warehouse', 1)");
            h.execute(
                    "insert into item (sku, name, substitutes) values ('AB 1/2', 'Pump', '{C}'), ('C', 'Hose', '{}')");
        });
        onHand("AB 1/2", 5);
    }

    @AfterEach
    void close() {
        api.close();
        database.close();
    }

    @Test
    void anOrderIsPlacedReadPickedShippedAndExplained() {
        String body =
                """
                {"storefront":"shop","number":"1001","placed_at":"2026-09-14T10:00:00Z","ship":"any",
                 "ship_to":{"name":"Ann","lines":["Main St 1"],"country":"US"},"tags":["vip"],
                 "lines":[{"line":"1","sku":"AB 1/2","quantity":7,"price":{"amount":"9.90","currency":"EUR"},
                           "requested":"2026-09-20"}]}""";

        Reply placed = api.post("/v1/orders", body);
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.at("/placed_at")).isEqualTo("2026-09-14T10:00:00Z");
        assertThat(placed.at("/ship_to/lines/0")).isEqualTo("Main St 1");
        assertThat(placed.at("/lines/0/status")).isEqualTo("partly_allocated");
        assertThat(placed.at("/lines/0/price/amount")).isEqualTo("9.90");
        assertThat(placed.at("/lines/0/promise/requested")).isEqualTo("2026-09-20");
        assertThat(api.post("/v1/orders", body).status()).isEqualTo(200);
        assertThat(api.post("/v1/orders", body.replace(":7", ":6")).status()).isEqualTo(409);

        String order = "/v1/orders/shop/1001";
        assertThat(api.post(order + "/pick", "{\"lines\":[{\"line\":\"1\",\"quantity\":2,\"location\":\"MAIN\"}]}")
                        .at("/lines/0/released"))
                .isEqualTo("2");
        Reply shipped = api.post(
                order + "/ship",
                "{\"location\":\"MAIN\",\"carrier\":\"UPS\",\"tracking\":[\"1Z\"],\"lines\":[{\"line\":\"1\",\"quantity\":5}]}");
        assertThat(shipped.at("/lines/0/shipped")).isEqualTo("5");
        assertThat(shipped.at("/lines/0/shipments/0/shipped_at")).isEqualTo("2026-09-14T11:00:00Z");
        assertThat(api.patch(order, "{\"hold\":true,\"priority\":3,\"requested\":null}")
                        .at("/hold"))
                .isEqualTo("true");
        assertThat(api.get("/v1/backorders?sku=AB%201%2F2&late=true").at("/items/0/quantity"))
                .isEqualTo("2");
        assertThat(api.post(order + "/cancel", null).at("/lines/0/cancelled")).isEqualTo("2");
        assertThat(api.get(order).at("/lines/0/status")).isEqualTo("shipped");
        Reply told = api.get(order + "/lines/1/explanation?limit=1");
        assertThat(told.json().at("/items")).hasSize(1);
        assertThat(EventSchemas.assertAllValid(database)).isNotEmpty();
    }

    @Test
    void everythingWrongInAnOrderIsNamed() {
        Reply reply = api.post(
                "/v1/orders",
                "{\"storefront\":\"shop\",\"number\":\"\",\"placed_at\":\"2026-09-14T10:00:00Z\",\"ship\":\"any\",\"lines\":["
                        + "{\"line\":\"1\",\"sku\":\"C\",\"quantity\":0},{\"line\":\"1\",\"sku\":\"C\",\"quantity\":1}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors").findValuesAsText("pointer"))
                .containsExactly("/number", "/lines/0/quantity", "/lines/1/line");
        assertThat(api.get("/v1/orders/shop/none").status()).isEqualTo(404);
    }

    @Test
    void manyOrdersAreStoredAndEachBadLineIsNamed() {
        Reply reply = api.postLines(
                "/v1/orders",
                order("1", "C", 1) + "\n{\"storefront\":1}\n" + order("2", "NIX", 1) + "\n" + order("3", "C", 2)
                        + "\n");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/stored")).isEqualTo("2");
        assertThat(reply.json().at("/errors").findValuesAsText("line")).contains("2", "3");
        assertThat(api.get("/v1/orders/shop/3").at("/lines/0/backordered")).isEqualTo("2");
    }

    @Test
    void aStorefrontSeesOnlyItsOwnOrders() {
        api.post("/v1/orders", order("1", "C", 1));
        TestApi other = api.scoped(database, "storefront:elsewhere");

        assertThat(other.get("/v1/orders/shop/1").status()).isEqualTo(403);
        assertThat(other.post("/v1/orders", order("2", "C", 1)).status()).isEqualTo(403);
        assertThat(other.get("/v1/backorders").json().at("/items")).isEmpty();
        assertThat(api.scoped(database, "storefront:shop")
                        .get("/v1/orders/shop/1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void availabilityIsForTheQuantityAskedAndInTheOrderAsked() {
        inbound("C", 10, "2026-09-20");

        Reply reply = api.get("/v1/availability?sku=C&sku=AB%201%2F2");
        assertThat(reply.json().at("/items").findValuesAsText("sku")).containsExactly("C", "AB 1/2");
        assertThat(reply.at("/items/0/status")).isEqualTo("backorder");
        assertThat(reply.at("/items/0/next_date")).isEqualTo("2026-09-20");
        assertThat(reply.at("/items/0/incoming/0/quantity")).isEqualTo("10");
        assertThat(reply.at("/items/1/available")).isEqualTo("5");
        assertThat(reply.at("/items/1/substitutes/0")).isEqualTo("C");

        assertThat(api.get("/v1/availability?sku=C&quantity=11").at("/items/0/status"))
                .isEqualTo("out_of_stock");
        api.post("/v1/orders", order("1", "C", 4));
        assertThat(api.get("/v1/availability?sku=C").at("/items/0/incoming/0/quantity"))
                .isEqualTo("6");
        assertThat(api.get("/v1/availability?sku=NIX").status()).isEqualTo(404);
    }

    @Test
    void theWholeCatalogueIsALineAnItem() {
        assertThat(api.get("/v1/availability").text().lines()).hasSize(2);
        database.transact(h -> h.execute("update item set changed_at = '2026-01-01' where sku = 'C'"));
        assertThat(api.get("/v1/availability?since=2026-09-01T00:00:00Z").text().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("AB 1/2"));
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>(new OrderCalls(
                        new Orders(database, new Placing(replanning, events, CLOCK)),
                        new Fulfilment(database, replanning, events, CLOCK),
                        new Waiting(database))
                .calls());
        calls.addAll(new AvailabilityCalls(new Offers(database, replanning)).calls());
        return calls;
    }

    private static String order(String number, String sku, int quantity) {
        return "{\"storefront\":\"shop\",\"number\":\"" + number
                + "\",\"placed_at\":\"2026-09-14T10:00:00Z\",\"ship\":\"any\",\"lines\":[{\"line\":\"1\",\"sku\":\""
                + sku
                + "\",\"quantity\":" + quantity + "}]}";
    }

    private void onHand(String sku, int units) {
        new Stock(database, replanning).count(sku, "MAIN", units, Optional.empty(), "start");
    }

    private void inbound(String sku, int units, String eta) {
        database.transact(h -> {
            replanning.lock(h, List.of(sku));
            h.execute(
                    "insert into inbound (sku, location, ref, source, quantity, eta, news_at)"
                            + " values (?, 'MAIN', 'PO-1/1', 'po', ?, cast(? as date), now())",
                    sku,
                    units,
                    eta);
            replanning.replan(h, List.of(sku), io.quayside.supply.Trigger.call("inbound"));
        });
    }
}
