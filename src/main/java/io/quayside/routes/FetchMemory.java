package io.quayside.routes;

import io.quayside.store.Database;
import io.quayside.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What feeds by HTTP know between two polls, in the database: the mark of what they have, and from when on they ask for
 * changes. That moves on only when what was kept has been applied, so nothing is passed over that was rejected; but the
 * same content is not kept again until its mapping is mended.
 */
final class FetchMemory {
    /** Clocks differ, and moments in data are rounded: so much is asked for twice. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /**
     * What is known of a feed.
     *
     * @param rejected the SHA-256, in hex, of content that was rejected and would be again, because the mapping is the same
     */
    record Known(Optional<String> etag, Optional<Instant> since, Optional<String> rejected) {
        static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private final Database database;
    private final MappingVersions versions;

    FetchMemory(Database database, MappingVersions versions) {
        this.database = database;
        this.versions = versions;
    }

    Known known(String route, WebAddress address) {
        return database.read(handle -> handle.createQuery(Sql.named("routes/known_of_http_feed"))
                .bind("route", route)
                .bind("url", address.uri().toString())
                .map((row, context) -> known(row))
                .findOne()
                .orElse(Known.NOTHING));
    }

    private Known known(ResultSet row) throws SQLException {
        Optional<Instant> since = Optional.ofNullable(row.getTimestamp("since"))
                .map(moment -> moment.toInstant().minus(OVERLAP));
        boolean rejected = row.getBoolean("rejected");
        if (rejected && !Arrays.equals(row.getBytes("mapping_hash"), version(row.getString("mapping")))) {
            // The mapping was mended: perhaps the same content is good now.
            return new Known(Optional.empty(), since, Optional.empty());
        }
        return new Known(
                Optional.ofNullable(row.getString("etag")),
                since,
                rejected ? Optional.of(HexFormat.of().formatHex(row.getBytes("sha256"))) : Optional.empty());
    }

    private byte[] version(String mapping) {
        return versions.of(mapping).orElse(new byte[0]);
    }

    /** The route kept what was fetched as this document. */
    void kept(String route, WebAddress address, Fetched fetched, long document) {
        String mapping = database.read(handle -> handle.createQuery(Sql.named("routes/mapping_of_document"))
                .bind("document", document)
                .mapTo(String.class)
                .one());
        database.transact(handle -> handle.createUpdate(Sql.named("routes/note_http_feed"))
                .bind("route", route)
                .bind("url", address.uri().toString())
                .bind("etag", fetched.etag().orElse(null))
                .bind("document", document)
                .bind("asked_at", fetched.moment())
                .bind("mapping_hash", version(mapping))
                .execute());
    }

    /** The other side said that nothing is new: the feed has arrived all the same. */
    void unchanged(String route) {
        database.transact(handle -> handle.createUpdate(Sql.named("routes/http_feed_arrived"))
                .bind("route", route)
                .execute());
    }
}
