package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.app.demo.Storefront;
import io.quayside.outbox.Deliveries;
import io.quayside.outbox.DeliveryLog;
import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Events;
import io.quayside.outbox.Networks;
import io.quayside.outbox.Targets;
import io.quayside.outbox.Webhooks;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Json;
import io.quayside.store.Seal;
import io.quayside.store.TestDatabase;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookCallsTest {
    private final Database database = TestDatabase.create();
    private final Vertx vertx = Vertx.vertx();
    private final Doorbell bell = new Doorbell();
    private final Storefront shop = new Storefront(event -> {});
    private Deliveries deliveries;
    private TestApi api;

    @BeforeEach
    void serve(@TempDir Path data) {
        Seal seal = Seal.withKeyIn(data.resolve("seal.key"));
        Targets targets = new Targets(Networks.of(List.of("127.0.0.0/8")));
        deliveries = new Deliveries(database, seal, targets, vertx, bell, InstantSource.system());
        Webhooks webhooks = new Webhooks(database, seal, targets, bell);
        api = TestApi.serving(database, new WebhookCalls(webhooks, deliveries, new DeliveryLog(database)).calls());
    }

    @AfterEach
    void stop() {
        api.close();
        deliveries.close();
        shop.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        database.close();
    }

    @Test
    void aRegisteredEndpointIsTestedToldAndListed() {
        Reply made = register("\"*\"");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/secret")).isEqualTo(shop.secret());
        String path = "/v1/webhooks/" + made.at("/id");
        assertThat(api.get(path).json().has("secret")).isFalse();
        assertThat(api.post(path + "/test", null).json().get("status").asInt()).isEqualTo(204);

        tell("A");
        tell("B");

        await().until(() -> shop.total() == 3);
        await().until(() -> api.get(path + "/deliveries").json().get("items").size() == 2);
        Reply newest = api.get(path + "/deliveries?limit=1");
        assertThat(newest.at("/items/0/status")).isEqualTo("delivered");
        assertThat(newest.at("/items/0/key")).isEqualTo("sku:B");
        assertThat(newest.at("/items/0/attempts/0/status")).isEqualTo("204");
        assertThat(api.get(path + "/deliveries?limit=1&cursor=" + newest.at("/next"))
                        .at("/items/0/key"))
                .isEqualTo("sku:A");
        assertThat(api.get(path + "/deliveries?status=dead").json().get("items"))
                .isEmpty();
        assertThat(shop.refused()).isZero();
    }

    @Test
    void aReplayIsTakenInAndDeleteEndsIt() {
        String path = "/v1/webhooks/" + register("\"stock.*\"").at("/id");

        assertThat(api.post(path + "/replay", "{\"since\":\"2026-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(202);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.delete(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsRefusedWithItsPointer() {
        assertThat(register("\"order_lines.*\"").at("/errors/0/pointer")).isEqualTo("/events/0");
        assertThat(register("\"order_lines.*\"").at("/detail")).contains("did you mean order_line.*?");
        assertThat(post("http://10.0.0.1/", "\"*\"", "").status()).isEqualTo(422);
        assertThat(post("http://10.0.0.1/", "\"*\"", "").at("/errors/0/pointer"))
                .isEqualTo("/url");
        assertThat(post(shop.url(), "\"*\"", ",\"secret\":\"short\"").at("/errors/0/pointer"))
                .isEqualTo("/secret");
    }

    @Test
    void aChangeKeepsTheRulesAndASecretIsRotated() {
        Reply made = register("\"*\"");
        String path = "/v1/webhooks/" + made.at("/id");

        Reply changed = api.patch(path, "{\"events\":[\"order.changed\"],\"status\":\"disabled\"}");

        assertThat(changed.at("/events/0")).isEqualTo("order.changed");
        assertThat(changed.at("/status")).isEqualTo("disabled");
        assertThat(changed.at("/url")).isEqualTo(shop.url());
        assertThat(api.patch(path, "{\"url\":\"http://192.168.0.1/\"}").status())
                .isEqualTo(422);
        assertThat(api.patch(path, "{\"status\":\"asleep\"}").status()).isEqualTo(422);
        assertThat(api.post(path + "/rotate-secret", null).at("/secret"))
                .startsWith("whsec_")
                .isNotEqualTo(made.at("/secret"));
    }

    @Test
    void aStorefrontsKeySeesOnlyItsOwn() {
        String others = "/v1/webhooks/" + register("\"*\"").at("/id");
        TestApi hers = api.scoped(database, "storefront:shop");

        Reply made = hers.post("/v1/webhooks", "{\"url\":\"" + shop.url() + "\",\"events\":[\"*\"]}");

        assertThat(made.at("/storefront")).isEqualTo("shop");
        assertThat(hers.get("/v1/webhooks").json().get("items")).hasSize(1);
        assertThat(hers.get(others).status()).isEqualTo(404);
        assertThat(hers.patch("/v1/webhooks/" + made.at("/id"), "{\"storefront\":null}")
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/v1/webhooks").json().get("items")).hasSize(2);
    }

    @Test
    void allTypesOfEventsAreServedWithTheirSchemas() {
        Reply types = api.get("/v1/event-types");

        assertThat(types.json().get("items")).hasSize(EventType.values().length);
        assertThat(types.at("/items/0/schema/title")).isEqualTo(types.at("/items/0/type"));
    }

    @Test
    void aRegistrationWithAKeyIsDoneOnceAndATestEachTime() {
        String body = "{\"url\":\"" + shop.url() + "\",\"events\":[\"*\"],\"secret\":\"" + shop.secret() + "\"}";
        String[] headers = {"Content-Type", "application/json", "Idempotency-Key", "one"};

        Reply first = api.call("POST", "/v1/webhooks", body, headers);
        Reply again = api.call("POST", "/v1/webhooks", body, headers);
        String test = "/v1/webhooks/" + first.at("/id") + "/test";
        api.call("POST", test, null, "Idempotency-Key", "two");
        api.call("POST", test, null, "Idempotency-Key", "two");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(api.get("/v1/webhooks").json().get("items")).hasSize(1);
        assertThat(shop.total()).isEqualTo(2);
    }

    private Reply register(String events) {
        return post(shop.url(), events, ",\"secret\":\"" + shop.secret() + "\"");
    }

    private Reply post(String url, String events, String more) {
        return api.post("/v1/webhooks", "{\"url\":\"" + url + "\",\"events\":[" + events + "]" + more + "}");
    }

    private void tell(String sku) {
        database.transact(h -> new Events(bell)
                .write(
                        h,
                        List.of(new Event(
                                EventType.STOCK_CHANGED,
                                "sku:" + sku,
                                Optional.empty(),
                                Instant.now(),
                                Json.MAPPER.createObjectNode().put("sku", sku)))));
    }
}
