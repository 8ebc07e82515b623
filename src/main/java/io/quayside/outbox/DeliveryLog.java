package io.quayside.outbox;

import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What became of an endpoint's deliveries. Thread-safe. */
public final class DeliveryLog {
    private final Database database;

    public DeliveryLog(Database database) {
        this.database = database;
    }

    /**
     * Deliveries that were tried or wait, newest event first, up to {@code limit}.
     *
     * @param status only what is waiting or dead; empty for all
     * @param before the last event of the list before; {@link Long#MAX_VALUE} for the first
     */
    public List<Delivery> of(String webhook, Optional<String> status, long before, int limit) {
        return database.read(h -> h.createQuery(Sql.named("outbox/deliveries"))
                .bind("webhook", webhook)
                .bind("status", status.orElse(null))
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> delivery(row))
                .list());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        long event = row.getLong("event_id");
        return new Delivery(
                event,
                "evt_" + event,
                row.getString("type"),
                row.getString("key"),
                row.getString("status"),
                Optional.ofNullable(row.getObject("next_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Json.tree(row.getString("attempts")));
    }
}
