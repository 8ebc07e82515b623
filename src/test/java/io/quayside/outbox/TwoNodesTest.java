package io.quayside.outbox;

import static io.quayside.outbox.Outbox.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.store.Doorbell;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwoNodesTest {
    private final Outbox outbox = new Outbox();
    private final TestEndpoint shop = new TestEndpoint(outbox.vertx);

    @AfterEach
    void close() {
        shop.close();
        outbox.close();
    }

    @Test
    void twoNodesTellEachEventOnceAndEachKeyInOrder() {
        outbox.register(shop, "*");
        outbox.telling();
        try (Deliveries second = outbox.another(new Doorbell())) {
            assertThat(second).isNotNull();
            CompletableFuture.allOf(IntStream.range(0, 4)
                            .mapToObj(writer -> CompletableFuture.runAsync(() -> writeHundredTransactions(writer)))
                            .toArray(CompletableFuture[]::new))
                    .join();

            await().until(() -> shop.got.size() >= 2_000);
        }

        assertThat(shop.ids()).doesNotHaveDuplicates().hasSize(2_000);
        for (int key = 0; key < 20; key++) {
            String sku = "SKU-" + key;
            assertThat(shop.got.stream().filter(got -> got.sku().equals(sku)).map(TestEndpoint.Got::sequence))
                    .isSorted();
        }
    }

    @Test
    void whatANodeSentButCouldNotWriteDownIsToldAgainByTheNext() {
        var registered = outbox.register(shop, "*");
        String id = registered.webhook().id();
        outbox.write(fact("A", 1));
        LaneStore store = new LaneStore(outbox.database, outbox.events, java.time.InstantSource.system());
        UUID dead = UUID.randomUUID();
        assertThat(store.claim(dead, 10)).containsExactly(id);
        Endpoint endpoint = store.renew(id, dead).orElseThrow();
        List<Long> window = store.window(endpoint, 10);
        assertThat(window).hasSize(1);
        outbox.database.transact(h -> h.execute("update webhook set lease_until = now() - interval '1 second'"));

        outbox.telling();

        await().until(() -> shop.got.size() == 1);
        await().until(() -> store.renew(id, dead).isEmpty());
        Progress late = new Progress(0);
        late.advanceTo(window);
        late.behind(store.events(id, window));
        assertThat(store.record(endpoint, dead, late)).isFalse();
        long after = outbox.database.read(h ->
                h.createQuery("select after from webhook").mapTo(Long.class).one());
        assertThat(after).isZero();
        assertThat(outbox.log.of(id, Optional.of("waiting"), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    /** Writers of a key take turns by a lock, as writers of stock do. */
    private void writeHundredTransactions(int writer) {
        for (int n = 0; n < 100; n++) {
            int first = (n + writer * 5) % 20;
            outbox.database.transact(h -> {
                h.execute("select pg_advisory_xact_lock(1)");
                outbox.write(
                        h,
                        IntStream.range(0, 5)
                                .mapToObj(i -> fact("SKU-" + (first + i) % 20, i))
                                .toArray(Event[]::new));
            });
        }
    }
}
