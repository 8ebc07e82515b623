package io.quayside.outbox;

import io.quayside.store.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An endpoint as a lane sees it while it holds the lease; read anew at each step.
 *
 * @param secrets sealed: the one, and the old one while they rotate
 * @param failures in a row, whatever their keys
 * @param paused nothing is sent now
 */
record Endpoint(String id, String url, Subscription subscription, List<byte[]> secrets, int failures, boolean paused) {
    /** From so many failures in a row on it is the endpoint that fails, not one key. */
    static final int FAILING = 10;

    /** From so many on it has been left alone for half a minute at a time: it was down. */
    static final int DOWN = FAILING + 5;

    static Endpoint of(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getString("id"),
                row.getString("url"),
                new Subscription(
                        List.of((String[]) row.getArray("events").getArray()),
                        Optional.ofNullable(row.getString("storefront"))),
                Stream.of(row.getBytes("secret"), row.getBytes("old_secret"))
                        .filter(Objects::nonNull)
                        .toList(),
                row.getInt("failures"),
                row.getBoolean("paused"));
    }

    boolean failing() {
        return failures >= FAILING;
    }

    Signer signer(Seal seal) {
        return new Signer(
                secrets.stream().map(closed -> Secret.open(seal, closed, id)).toList());
    }
}
