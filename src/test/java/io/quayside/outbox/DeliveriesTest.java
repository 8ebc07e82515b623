package io.quayside.outbox;

import static io.quayside.outbox.Outbox.event;
import static io.quayside.outbox.Outbox.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private final Outbox outbox = new Outbox().telling();
    private final TestEndpoint shop = new TestEndpoint(outbox.vertx);

    @AfterEach
    void close() {
        shop.close();
        outbox.close();
    }

    @Test
    void anEventReachesItsEndpointSignedAsStandardWebhooksSays() throws Exception {
        var registered = outbox.register(shop, "order_line.*");

        outbox.write(fact("A", 1));

        await().until(() -> shop.got.size() == 1);
        TestEndpoint.Got got = shop.got.get(0);
        new Webhook(registered.secret()).verify(got.body(), HttpHeaders.of(got.headers(), (k, v) -> true));
        assertThat(got.body())
                .isEqualTo("{\"type\":\"order_line.allocated\",\"timestamp\":\"2026-09-14T11:00:00Z\","
                        + "\"data\":{\"sku\":\"A\",\"n\":1,\"sequence\":"
                        + got.id().substring(4) + "}}");
        await().until(() -> outbox.deliveriesOf(registered), list -> list.size() == 1);
        assertThat(outbox.deliveriesOf(registered).get(0).status()).isEqualTo("delivered");
    }

    @Test
    void bothSecretsSignWhileTheyRotate() throws Exception {
        var registered = outbox.register(shop, "*");
        String fresh = outbox.webhooks.rotate(registered.webhook().id());

        outbox.write(fact("A", 1));

        await().until(() -> shop.got.size() == 1);
        TestEndpoint.Got got = shop.got.get(0);
        HttpHeaders headers = HttpHeaders.of(got.headers(), (k, v) -> true);
        new Webhook(registered.secret()).verify(got.body(), headers);
        new Webhook(fresh).verify(got.body(), headers);
    }

    @Test
    void anEndpointIsToldOnlyWhatItWantsAndOnlyOfItsStorefront() {
        outbox.webhooks.register(
                new NewWebhook(shop.url(), List.of("*"), Optional.of("shop"), Optional.empty(), Optional.empty()));
        Event hers = new Event(
                EventType.LINE_SHIPPED,
                "line:other/1/1",
                Optional.of("other"),
                fact("A", 1).at(),
                fact("A", 1).data());
        Event ours = new Event(
                EventType.LINE_SHIPPED,
                "line:shop/1/1",
                Optional.of("shop"),
                fact("A", 2).at(),
                fact("A", 2).data());

        outbox.write(hers, event(EventType.DOCUMENT_HELD, "A", 3), ours, event(EventType.STOCK_CHANGED, "A", 4));

        await().until(() -> shop.got.size() >= 2);
        assertThat(shop.got)
                .extracting(TestEndpoint.Got::type)
                .containsExactlyInAnyOrder("order_line.shipped", "stock.changed");
        assertThat(shop.got).noneMatch(got -> got.body().contains("\"n\":1"));
    }

    @Test
    void whatWasCommittedBeforeTheRegistrationIsNotTold() {
        outbox.write(fact("A", 1));
        outbox.register(shop, "*");

        outbox.write(fact("A", 2));

        await().until(() -> !shop.got.isEmpty());
        assertThat(shop.got).singleElement().satisfies(got -> assertThat(got.body())
                .contains("\"n\":2"));
    }

    @Test
    void anEventThatIsCommittedLateIsToldAllTheSame() {
        outbox.register(shop, "*");
        outbox.database.transact(early -> {
            outbox.write(early, fact("A", 1));
            CompletableFuture.runAsync(() -> outbox.write(fact("B", 2))).join();
            await().until(() -> shop.got.size() == 1);
        });

        await().until(() -> shop.got.size() == 2);
        assertThat(shop.got).extracting(TestEndpoint.Got::sku).containsExactly("B", "A");
    }

    @Test
    void eventsOfAKeyArriveInOrderAndEachOnce() {
        outbox.register(shop, "*");
        Event[] many = IntStream.range(0, 2_000)
                .mapToObj(n -> fact("SKU-" + n % 50, n))
                .toArray(Event[]::new);

        outbox.write(many);

        await().until(() -> shop.got.size() >= many.length);
        assertThat(shop.ids()).doesNotHaveDuplicates().hasSize(many.length);
        for (int key = 0; key < 50; key++) {
            String sku = "SKU-" + key;
            assertThat(shop.got.stream().filter(got -> got.sku().equals(sku)).map(TestEndpoint.Got::sequence))
                    .isSorted();
        }
    }

    @Test
    void aFailingKeyIsSetAsideWhileTheOthersGoOnAndComesBackInOrderWithTheSameBytes() {
        var registered = outbox.register(shop, "*");
        shop.answers((request, got) -> request.response()
                .setStatusCode(got.sku().equals("BAD") ? 500 : 200)
                .end());
        outbox.write(fact("BAD", 1), fact("BAD", 2), fact("GOOD", 3));
        await().until(() -> shop.got.size() == 2);
        outbox.write(fact("GOOD", 4), fact("BAD", 5));
        await().until(() -> shop.got.size() == 3);
        assertThat(shop.got).extracting(TestEndpoint.Got::sku).containsExactlyInAnyOrder("BAD", "GOOD", "GOOD");

        shop.answers(200);

        await().until(() -> shop.got.size() == 6);
        List<TestEndpoint.Got> bad =
                shop.got.stream().filter(got -> got.sku().equals("BAD")).toList();
        assertThat(bad.get(1).body()).isEqualTo(bad.get(0).body());
        assertThat(bad.get(1).id()).isEqualTo(bad.get(0).id());
        assertThat(bad).extracting(TestEndpoint.Got::sequence).isSorted();
        await().until(() -> outbox.deliveriesOf(registered), list -> list.stream()
                .allMatch(delivery -> delivery.status().equals("delivered")));
    }

    @Test
    void aSlowKeyDoesNotStopTheOthers() {
        outbox.register(shop, "*");
        shop.answers((request, got) -> {
            if (!got.sku().equals("SLOW")) {
                request.response().end();
            }
        });
        outbox.write(fact("SLOW", 1));
        await().until(() -> shop.got.size() == 1);

        outbox.write(fact("GOOD", 2), fact("SLOW", 3), fact("GOOD", 4));

        await().atMost(Duration.ofSeconds(8)).until(() -> shop.got.size() == 3);
        assertThat(shop.got).extracting(TestEndpoint.Got::sku).containsExactly("SLOW", "GOOD", "GOOD");
    }

    @Test
    void ofStatesThatWaitOnlyTheNewestIsTold() {
        var registered = outbox.register(shop, "*");
        shop.answers(503);
        outbox.write(event(EventType.STOCK_CHANGED, "A", 1));
        await().until(() -> shop.got.size() == 1);
        outbox.write(event(EventType.STOCK_CHANGED, "A", 2), fact("A", 3), event(EventType.STOCK_CHANGED, "A", 4));

        shop.answers(200);

        await().until(() -> shop.got.size() == 3);
        assertThat(shop.got.get(1).body()).contains("\"n\":3");
        assertThat(shop.got.get(2).body()).contains("\"n\":4");
        await().until(() -> outbox.deliveriesOf(registered), list -> list.stream()
                .anyMatch(delivery -> delivery.status().equals("needless")));
    }

    @Test
    void goneDisablesTheEndpointKeepsItsBacklogAndTellsTheOperators() {
        TestEndpoint operators = new TestEndpoint(outbox.vertx);
        outbox.register(operators, "endpoint.*");
        var registered = outbox.register(shop, "order_line.*");
        shop.answers(410);
        outbox.write(fact("A", 1));
        await().until(() -> operators.got.size() == 1);
        assertThat(operators.got.get(0).type()).isEqualTo("endpoint.disabled");
        outbox.write(fact("A", 2));
        shop.answers(200);
        assertThat(shop.got).hasSize(1);

        outbox.webhooks.change(
                registered.webhook().id(),
                now -> new io.quayside.outbox.Webhook(
                        now.id(),
                        now.url(),
                        now.events(),
                        now.storefront(),
                        now.description(),
                        "active",
                        now.createdAt()));

        await().until(() -> shop.got.size() == 3);
        assertThat(shop.got.get(2).body()).contains("\"n\":2");
        operators.close();
    }

    @Test
    void redirectsAreNotFollowed() {
        TestEndpoint elsewhere = new TestEndpoint(outbox.vertx);
        var registered = outbox.register(shop, "*");
        shop.answers((request, got) -> request.response()
                .setStatusCode(307)
                .putHeader("location", elsewhere.url())
                .end());

        outbox.write(fact("A", 1));

        await().until(() -> outbox.deliveriesOf(registered), list -> list.size() == 1);
        assertThat(outbox.deliveriesOf(registered).get(0).status()).isEqualTo("waiting");
        assertThat(elsewhere.got).isEmpty();
        elsewhere.close();
    }

    @Test
    void anEndpointThatWasDownGetsItsBacklogInOrder() {
        int port = shop.port();
        outbox.register(shop, "*");
        shop.close();
        outbox.write(
                IntStream.range(0, 300).mapToObj(n -> fact("SKU-" + n % 30, n)).toArray(Event[]::new));
        await().until(() -> failures() >= Endpoint.FAILING);

        try (TestEndpoint back = new TestEndpoint(outbox.vertx, port)) {
            await().until(() -> back.got.size() >= 300);

            for (int key = 0; key < 30; key++) {
                String sku = "SKU-" + key;
                assertThat(back.got.stream()
                                .filter(got -> got.sku().equals(sku))
                                .map(TestEndpoint.Got::sequence))
                        .isSorted();
            }
        }
    }

    @Test
    void aReplayTellsAgainFromThatMomentOn() {
        var registered = outbox.register(shop, "*");
        outbox.write(fact("A", 1), fact("A", 2));
        await().until(() -> shop.got.size() == 2);

        outbox.webhooks.replay(registered.webhook().id(), java.time.Instant.parse("2026-09-01T00:00:00Z"));

        await().until(() -> shop.got.size() == 4);
        assertThat(shop.ids().subList(2, 4)).isEqualTo(shop.ids().subList(0, 2));
        outbox.write(fact("A", 3));
        await().until(() -> shop.got.size() == 5);
    }

    @Test
    void aTestEventIsAnsweredAtOnce() {
        var registered = outbox.register(shop, "stock.changed");

        Attempt attempt = outbox.deliveries().test(registered.webhook().id());

        assertThat(attempt.status()).contains(204);
        assertThat(shop.got).singleElement().extracting(TestEndpoint.Got::type).isEqualTo("webhook.test");
    }

    private int failures() {
        return outbox.database.read(h -> h.createQuery("select failures from webhook")
                .mapTo(Integer.class)
                .one());
    }
}
