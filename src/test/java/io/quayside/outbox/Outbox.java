package io.quayside.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Json;
import io.quayside.store.Seal;
import io.quayside.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;

/** A node's whole outbox on a database of its own, which may tell loopback. */
final class Outbox implements AutoCloseable {
    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
    }

    final String url = TestDatabase.createUrl();
    final Database database = TestDatabase.open(url);
    final Vertx vertx = Vertx.vertx();
    final Doorbell bell = new Doorbell();
    final Events events = new Events(bell);
    final Targets targets = new Targets(Networks.of(List.of("127.0.0.0/8")));
    final Seal seal = Seal.withKeyIn(temporary().resolve("seal.key"));
    final Webhooks webhooks = new Webhooks(database, seal, targets, bell);
    final DeliveryLog log = new DeliveryLog(database);
    private Deliveries deliveries;

    /** Starts the deliveries. */
    Outbox telling() {
        deliveries = another(bell);
        return this;
    }

    /** Another node's deliveries on the same database. */
    Deliveries another(Doorbell itsBell) {
        return new Deliveries(database, seal, targets, vertx, itsBell, InstantSource.system());
    }

    Deliveries deliveries() {
        return deliveries;
    }

    void stopTelling() {
        deliveries.close();
        deliveries = null;
    }

    Webhooks.Registered register(TestEndpoint endpoint, String... patterns) {
        return webhooks.register(wanted(endpoint.url(), patterns));
    }

    static NewWebhook wanted(String url, String... patterns) {
        return new NewWebhook(url, List.of(patterns), Optional.empty(), Optional.empty(), Optional.empty());
    }

    void write(Event... some) {
        database.transact(h -> write(h, some));
    }

    void write(Handle handle, Event... some) {
        events.write(handle, Arrays.asList(some));
    }

    /** A fact about an item, in the shape of no particular event. */
    static Event fact(String sku, int n) {
        return event(EventType.LINE_ALLOCATED, sku, n);
    }

    static Event event(EventType type, String sku, int n) {
        ObjectNode data = Json.MAPPER.createObjectNode().put("sku", sku).put("n", n);
        return new Event(type, Keys.sku(sku), Optional.empty(), Instant.parse("2026-09-14T11:00:00Z"), data);
    }

    List<Delivery> deliveriesOf(Webhooks.Registered to) {
        return log.of(to.webhook().id(), Optional.empty(), Long.MAX_VALUE, 500);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("outbox");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (deliveries != null) {
            deliveries.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
        database.close();
    }
}
