package io.quayside.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Sql;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What lanes read and write. Every write of a lane carries its lease: where that was lost to another node, to a replay or
 * to a pause by a person, nothing is written.
 */
final class LaneStore {
    private final Database database;
    private final Events events;
    private final InstantSource clock;

    LaneStore(Database database, Events events, InstantSource clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Claims up to {@code limit} endpoints that have something to tell; answers their ids. */
    List<String> claim(UUID lease, int limit) {
        return database.read(h -> h.createQuery(Sql.named("outbox/claim_lanes"))
                .bind("lease", lease)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /** Holds the lease for longer and opens a window of events where none is open; empty where it is ours no more. */
    Optional<Endpoint> renew(String webhook, UUID lease) {
        return database.read(h -> h.createQuery(Sql.named("outbox/renew_lane"))
                .bind("webhook", webhook)
                .bind("lease", lease)
                .map((row, context) -> Endpoint.of(row))
                .findOne());
    }

    /** The endpoint without a lease, whatever its status. */
    Optional<Endpoint> endpoint(String webhook) {
        return database.read(h -> h.createQuery(Sql.named("outbox/endpoint"))
                .bind("webhook", webhook)
                .map((row, context) -> Endpoint.of(row))
                .findOne());
    }

    /** An id that no event will have. */
    long nextEventId() {
        return database.read(h -> h.createQuery(Sql.named("outbox/next_event_id"))
                .mapTo(Long.class)
                .one());
    }

    void release(String webhook, UUID lease) {
        database.read(h -> h.createUpdate(Sql.named("outbox/release_lane"))
                .bind("webhook", webhook)
                .bind("lease", lease)
                .execute());
    }

    /** The ids of the window's next events that this endpoint wants, in order. */
    List<Long> window(Endpoint endpoint, int limit) {
        return database.read(h -> h.createQuery(Sql.named("outbox/window"))
                .bind("webhook", endpoint.id())
                .bindArray("types", String.class, endpoint.subscription().types())
                .bind("storefront", endpoint.subscription().storefront().orElse(null))
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    List<Pending> events(String webhook, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.read(h -> h.createQuery(Sql.named("outbox/fresh_events"))
                .bind("webhook", webhook)
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> Pending.of(row))
                .list());
    }

    /** Events of keys whose first is due again, in order; the first of a key is always among them. */
    List<Pending> due(String webhook, int limit) {
        return database.read(h -> h.createQuery(Sql.named("outbox/due_events"))
                .bind("webhook", webhook)
                .bind("limit", limit)
                .map((row, context) -> Pending.of(row))
                .list());
    }

    /** Writes what a step found out, all or nothing; says whether the lane is still ours. */
    boolean record(Endpoint endpoint, UUID lease, Progress progress) {
        return database.inTransaction(h -> {
            if (!advance(h, endpoint, lease, progress)) {
                return false;
            }
            attempts(h, endpoint.id(), progress.attempts);
            if (!progress.settled.isEmpty()) {
                h.createUpdate(Sql.named("outbox/settle"))
                        .bind("webhook", endpoint.id())
                        .bindArray("ids", Long.class, progress.settled)
                        .execute();
            }
            waiting(h, endpoint.id(), progress.waiting.values());
            if (progress.answersAgain) {
                h.createUpdate(Sql.named("outbox/hurry"))
                        .bind("webhook", endpoint.id())
                        .execute();
            }
            if (!progress.moved.isEmpty()) {
                h.createUpdate(Sql.named("outbox/first_of_keys"))
                        .bind("webhook", endpoint.id())
                        .bindArray("keys", String.class, progress.moved)
                        .execute();
            }
            if (progress.gone) {
                disable(h, endpoint);
            }
            return true;
        });
    }

    private static boolean advance(Handle h, Endpoint endpoint, UUID lease, Progress progress) {
        return h.createUpdate(Sql.named("outbox/advance_lane"))
                        .bind("webhook", endpoint.id())
                        .bind("lease", lease)
                        .bind("after", progress.after.isPresent() ? progress.after.getAsLong() : null)
                        .bind("done", progress.windowDone)
                        .bind("failures", progress.failures)
                        .bind("pause", progress.pause.toMillis())
                        .execute()
                == 1;
    }

    private static void attempts(Handle h, String webhook, List<Progress.Tried> tried) {
        if (tried.isEmpty()) {
            return;
        }
        List<Attempt> attempts = tried.stream().map(Progress.Tried::attempt).toList();
        h.createUpdate(Sql.named("outbox/write_attempts"))
                .bind("webhook", webhook)
                .bindArray("ids", Long.class, column(tried, Progress.Tried::event))
                .bindArray("times", String.class, column(attempts, a -> a.at().toString()))
                .bindArray("statuses", Integer.class, column(attempts, a -> a.status()
                        .orElse(null)))
                .bindArray(
                        "errors", String.class, column(attempts, a -> a.error().orElse(null)))
                .bindArray("millis", Integer.class, column(attempts, Attempt::millis))
                .execute();
    }

    private static void waiting(Handle h, String webhook, Collection<Progress.Waiting> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        h.createUpdate(Sql.named("outbox/write_waiting"))
                .bind("webhook", webhook)
                .bindArray("ids", Long.class, column(waiting, Progress.Waiting::event))
                .bindArray("keys", String.class, column(waiting, Progress.Waiting::key))
                .bindArray("attempts", Integer.class, column(waiting, Progress.Waiting::attempts))
                .bindArray("delays", Long.class, column(waiting, w -> w.delay()
                        .map(Duration::toMillis)
                        .orElse(null)))
                .bindArray("dead", Boolean.class, column(waiting, Progress.Waiting::dead))
                .execute();
    }

    private static <T, C> List<C> column(Collection<T> rows, Function<T, C> value) {
        return rows.stream().map(value).toList();
    }

    private void disable(Handle h, Endpoint endpoint) {
        h.createUpdate(Sql.named("outbox/disable"))
                .bind("webhook", endpoint.id())
                .execute();
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("webhook", endpoint.id()).put("url", endpoint.url()).put("reason", "it answered 410 Gone");
        events.write(
                h,
                List.of(new Event(
                        EventType.ENDPOINT_DISABLED,
                        Keys.webhook(endpoint.id()),
                        Optional.empty(),
                        clock.instant(),
                        data)));
    }
}
