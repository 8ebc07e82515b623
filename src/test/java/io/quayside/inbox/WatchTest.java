package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.Expectation;
import io.quayside.outbox.Events;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Json;
import io.quayside.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds that stay away: told once, whoever sees it, until the next document comes. */
class WatchTest {
    private static final Instant START = Instant.parse("2026-09-14T06:00:00Z");

    private final Database database = TestDatabase.create();
    private Instant now = START;
    private Optional<Expectation> expected = Optional.of(hourly());
    private final Watch watch = watch();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFeedIsLateWhenWhatIsDueHasNotComeWithinTheGrace() {
        arrives("applied", START);
        watch.step();

        after(Duration.ofMinutes(150));
        watch.step();
        assertThat(told()).isEmpty();
        assertThat(lateSince()).isEmpty();

        after(Duration.ofMinutes(151));
        watch.step();
        watch.step();
        assertThat(told()).singleElement().satisfies(data -> {
            assertThat(data.path("partner").asText()).isEqualTo("acme");
            assertThat(data.path("mapping").asText()).isEqualTo("acme/inventory");
            assertThat(data.path("due_at").asText()).isEqualTo("2026-09-14T07:00:00Z");
            assertThat(data.path("last_at").asText()).isEqualTo("2026-09-14T06:00:00Z");
        });
        assertThat(lateSince()).contains(now);
    }

    @Test
    void theNextDocumentEndsItADuplicateToo() {
        arrives("applied", START);
        watch.step();
        after(Duration.ofHours(5));
        watch.step();

        arrives("duplicate", now);
        watch.step();
        assertThat(lateSince()).isEmpty();

        after(Duration.ofHours(10));
        watch.step();
        assertThat(told()).hasSize(2);
    }

    @Test
    void aDocumentThatWasRejectedIsNone() {
        arrives("applied", START);
        watch.step();
        after(Duration.ofHours(5));
        arrives("rejected", now);

        watch.step();

        assertThat(lateSince()).contains(now);
    }

    @Test
    void aSourceThatSaysNothingIsNewHasArrived() {
        arrives("applied", START);
        after(Duration.ofHours(5));
        database.transact(h -> h.execute(
                "insert into feed (partner, mapping, kind, arrived_at) values ('acme', 'acme/inventory', 'inventory', ?::timestamptz)",
                now.toString()));
        watch.step();
        watch.step();

        assertThat(told()).isEmpty();
    }

    @Test
    void aFeedThatNeverSentAnythingIsDueFromWhenItWasFirstKnown() {
        watch.step();
        after(Duration.ofMinutes(150));
        watch.step();
        assertThat(told()).isEmpty();

        after(Duration.ofMinutes(151));
        watch.step();
        assertThat(told()).singleElement().satisfies(data -> assertThat(data.has("last_at"))
                .isFalse());
    }

    @Test
    void anExpectationThatChangesCountsAtOnceAndOneThatGoesIsForgotten() {
        arrives("applied", START);
        watch.step();
        after(Duration.ofHours(3));
        watch.step();
        assertThat(lateSince()).isPresent();

        expected = Optional.of(
                new Expectation(Optional.of(Duration.ofHours(24)), Optional.empty(), ZoneOffset.UTC, Duration.ZERO));
        watch.step();
        assertThat(lateSince()).isEmpty();

        expected = Optional.empty();
        watch.step();
        assertThat(database.<Integer>read(h -> h.createQuery("select count(*) from feed_watch")
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
    }

    @Test
    void whatWasDueWhileNoNodeRanIsLateAtTheSecondLook() {
        arrives("applied", START);
        watch.step();
        after(Duration.ofHours(5));
        Watch restarted = watch();

        restarted.step();
        assertThat(told()).isEmpty();

        restarted.step();
        assertThat(told()).hasSize(1);
    }

    @Test
    void severalNodesTellItOnce() throws Exception {
        arrives("applied", START);
        watch.step();
        after(Duration.ofHours(5));
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> nodes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Watch node = watch();
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                node.step();
                node.step();
            });
            thread.start();
            nodes.add(thread);
        }

        go.countDown();
        for (Thread node : nodes) {
            node.join();
        }

        assertThat(told()).hasSize(1);
    }

    private Watch watch() {
        return new Watch(
                database,
                () -> expected.stream()
                        .map(e -> new Watch.Watched("acme", "acme/inventory", e))
                        .toList(),
                new Events(new Doorbell()),
                () -> now);
    }

    private static Expectation hourly() {
        return new Expectation(
                Optional.of(Duration.ofHours(1)), Optional.empty(), ZoneOffset.UTC, Duration.ofMinutes(90));
    }

    private void after(Duration duration) {
        now = START.plus(duration);
    }

    private void arrives(String status, Instant at) {
        database.transact(h -> h.execute(
                "insert into document (partner, mapping, name, sha256, size, received_at, status, ended_at)"
                        + " values ('acme', 'acme/inventory', 'a.csv', '\\x00', 1, ?::timestamptz, ?, ?::timestamptz)",
                at.toString(),
                status,
                at.toString()));
    }

    private Optional<Instant> lateSince() {
        return database.read(h -> h.createQuery("select late_since from feed_watch where late_since is not null")
                .mapTo(Instant.class)
                .findOne());
    }

    private List<JsonNode> told() {
        return database.read(h -> h.createQuery("select data::text from event where type = 'feed.late' order by id")
                .mapTo(String.class)
                .map(Json::tree)
                .list());
    }
}
