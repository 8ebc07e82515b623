package io.quayside.routes;

import io.quayside.store.Database;
import io.quayside.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What feeds by HTTP know between two polls, in the database: the mark of what they have, and from when on they ask for
 * changes. That moves on only when what was kept has been applied, so nothing is passed over that was rejected.
 */
final class FetchMemory {
    /** Clocks differ, and moments in data are rounded: so much is asked for twice. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /** What is known of a feed. */
    record Known(Optional<String> etag, Optional<Instant> since) {
        static final Known NOTHING = new Known(Optional.empty(), Optional.empty());
    }

    private final Database database;

    FetchMemory(Database database) {
        this.database = database;
    }

    Known known(String route, WebAddress address) {
        return database.read(handle -> handle.createQuery(Sql.named("routes/known_of_http_feed"))
                .bind("route", route)
                .bind("url", address.uri().toString())
                .map((row, context) -> new Known(
                        Optional.ofNullable(row.getString("etag")),
                        Optional.ofNullable(row.getTimestamp("since"))
                                .map(since -> since.toInstant().minus(OVERLAP))))
                .findOne()
                .orElse(Known.NOTHING));
    }

    /** The route kept what was fetched as this document. */
    void kept(String route, WebAddress address, Fetched fetched, long document) {
        database.transact(handle -> handle.createUpdate(Sql.named("routes/note_http_feed"))
                .bind("route", route)
                .bind("url", address.uri().toString())
                .bind("etag", fetched.etag().orElse(null))
                .bind("document", document)
                .bind("asked_at", fetched.moment())
                .execute());
    }

    /** The other side said that nothing is new: the feed has arrived all the same. */
    void unchanged(String route) {
        database.transact(handle -> handle.createUpdate(Sql.named("routes/http_feed_arrived"))
                .bind("route", route)
                .execute());
    }
}
