package io.quayside.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Json;
import io.quayside.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final Instant NOW = Instant.parse("2026-09-14T11:00:00Z");

    private final Database database = TestDatabase.create();
    private final Doorbell bell = new Doorbell();
    private final Events events = new Events(bell);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eventsGetRisingIdsInTheOrderGiven() {
        database.transact(h -> events.write(h, List.of(stock("A", 1), stock("A", 2), stock("B", 3))));

        assertThat(stored()).extracting(d -> d.get("available").asInt()).containsExactly(1, 2, 3);
    }

    @Test
    void nothingIsToldOfARolledBackChange() {
        assertThatThrownBy(() -> database.transact(h -> {
                    events.write(h, List.of(stock("A", 1)));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(stored()).isEmpty();
    }

    @Test
    void eventsOutsideATransactionAreRefused() {
        assertThatThrownBy(() -> database.read(h -> {
                    events.write(h, List.of(stock("A", 1)));
                    return null;
                }))
                .hasMessageContaining("in the transaction");
    }

    @Test
    void theDeliveriesAreWokenAfterTheCommit() throws InterruptedException {
        database.transact(h -> events.write(h, List.of(stock("A", 1))));

        long start = System.nanoTime();
        bell.await(Duration.ofSeconds(20));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anOrderTooLargeGoesWithoutItsLines() {
        ObjectNode order = Json.MAPPER.createObjectNode().put("number", "1");
        for (int i = 0; i < 500; i++) {
            order.withArray("lines").addObject().put("line", String.valueOf(i)).put("sku", "A-VERY-LONG-SKU-" + i);
        }

        database.transact(h -> events.write(
                h,
                List.of(new Event(EventType.ORDER_CHANGED, Keys.order("shop", "1"), Optional.of("shop"), NOW, order))));

        assertThat(stored()).singleElement().satisfies(d -> {
            assertThat(d.has("lines")).isFalse();
            assertThat(d.get("truncated").asBoolean()).isTrue();
            assertThat(d.get("number").asText()).isEqualTo("1");
        });
    }

    private static Event stock(String sku, int available) {
        ObjectNode data = Json.MAPPER.createObjectNode().put("sku", sku).put("available", available);
        return new Event(EventType.STOCK_CHANGED, Keys.sku(sku), Optional.empty(), NOW, data);
    }

    private List<JsonNode> stored() {
        return database.read(h -> h.createQuery("select data::text from event order by id")
                .mapTo(String.class)
                .map(Json::tree)
                .list());
    }
}
