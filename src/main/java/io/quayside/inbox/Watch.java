package io.quayside.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.Expectation;
import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Events;
import io.quayside.outbox.Keys;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Watches for feeds that stay away. What stands in {@code feed_watch} follows from the last document of each feed and from
 * what its mapping expects now; that a feed is late is told once, whoever of several nodes sees it first, and ends with
 * its next document, one that repeats another included. One that was rejected is none.
 */
public final class Watch {
    /** A feed, and when its documents are expected. */
    public record Watched(String partner, String mapping, Expectation expectation) {}

    /** A feed as the database knows it. {@code arrivedAt} is null where no document ever came. */
    public record Feed(Instant knownAt, Instant dueAt, Instant lateSince, Instant arrivedAt) {}

    private final Database database;
    private final Supplier<Collection<Watched>> watched;
    private final Events events;
    private final InstantSource clock;
    private boolean looked;

    /** {@code watched} is asked at each step. */
    public Watch(Database database, Supplier<Collection<Watched>> watched, Events events, InstantSource clock) {
        this.database = database;
        this.watched = watched;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Looks at all feeds once; there is never more to do at once. The first look judges none: what was due while no node
     * ran may be on its way.
     */
    public boolean step() {
        Collection<Watched> now = watched.get();
        database.transact(handle -> forget(handle, now));
        now.forEach(feed -> database.transact(handle -> look(handle, feed)));
        looked = true;
        return false;
    }

    private static void forget(Handle handle, Collection<Watched> now) {
        handle.createUpdate(Sql.named("inbox/forget_feeds"))
                .bindArray(
                        "mappings",
                        String.class,
                        now.stream().map(Watched::mapping).toList())
                .execute();
    }

    private void look(Handle handle, Watched watch) {
        Instant now = clock.instant();
        Optional<Feed> known = read(handle, watch);
        if (known.isEmpty()) {
            Instant due = watch.expectation().afterKnown(now);
            handle.createUpdate(Sql.named("inbox/watch_feed"))
                    .bind("partner", watch.partner())
                    .bind("mapping", watch.mapping())
                    .bind("known_at", now)
                    .bind("due_at", due)
                    .execute();
            return;
        }
        if (looked) {
            look(handle, watch, known.get(), now);
        }
    }

    private void look(Handle handle, Watched watch, Feed feed, Instant now) {
        Instant due = feed.arrivedAt() == null
                ? watch.expectation().afterKnown(feed.knownAt())
                : watch.expectation().afterArrival(feed.arrivedAt());
        boolean late = watch.expectation().isLate(due, now);
        if (due.equals(feed.dueAt()) && late == (feed.lateSince() != null)) {
            return;
        }
        handle.createUpdate(Sql.named("inbox/move_due"))
                .bind("partner", watch.partner())
                .bind("mapping", watch.mapping())
                .bind("due_at", due)
                .bind("late_since", late ? (feed.lateSince() == null ? now : feed.lateSince()) : null)
                .execute();
        if (late && feed.lateSince() == null) {
            events.write(handle, List.of(event(watch, due, feed, now)));
        }
    }

    private static Optional<Feed> read(Handle handle, Watched watch) {
        return handle.createQuery(Sql.named("inbox/watched_feed"))
                .bind("partner", watch.partner())
                .bind("mapping", watch.mapping())
                .map(ConstructorMapper.of(Feed.class))
                .findOne();
    }

    private static Event event(Watched watch, Instant due, Feed feed, Instant now) {
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("partner", watch.partner());
        data.put("mapping", watch.mapping());
        data.put("due_at", due.toString());
        if (feed.arrivedAt() != null) {
            data.put("last_at", feed.arrivedAt().toString());
        }
        return new Event(EventType.FEED_LATE, Keys.feed(watch.mapping()), Optional.empty(), now, data);
    }
}
