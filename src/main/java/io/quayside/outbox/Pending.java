package io.quayside.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * An event on its way to one endpoint.
 *
 * @param data its JSON object as it was written
 * @param attempts how often it was tried and failed
 * @param waits events of its key wait already, so it goes behind them
 */
record Pending(long id, String type, String key, Instant at, String data, int attempts, boolean waits) {
    static Pending of(ResultSet row) throws SQLException {
        return new Pending(
                row.getLong("id"),
                row.getString("type"),
                row.getString("key"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("data"),
                row.getInt("attempts"),
                row.getBoolean("waits"));
    }

    /** The header {@code webhook-id}: the same at each try. */
    String messageId() {
        return "evt_" + id;
    }

    /** The body: the same bytes at each try, made from the stored row alone. */
    byte[] body() {
        String open = data.substring(0, data.lastIndexOf('}')).stripTrailing();
        return ("{\"type\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(type)) + "\",\"timestamp\":\""
                        + at + "\",\"data\":" + open + (open.endsWith("{") ? "" : ",") + "\"sequence\":" + id + "}}")
                .getBytes(UTF_8);
    }

    boolean state() {
        return EventType.named(type)
                .filter(t -> t.kind() == EventType.Kind.STATE)
                .isPresent();
    }
}
