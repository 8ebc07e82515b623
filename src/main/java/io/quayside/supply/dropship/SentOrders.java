package io.quayside.supply.dropship;

import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Events;
import io.quayside.outbox.Keys;
import io.quayside.store.Json;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What follows when the document of a purchase order has been sent. */
public final class SentOrders {
    private final Events events;
    private final InstantSource clock;

    public SentOrders(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction that says that the document is sent; of other documents nothing follows. */
    public void sent(Handle handle, long document) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Event> told = handle
                .createQuery(Sql.named("dropship/sent"))
                .bind("document", document)
                .bind("at", now)
                .map(Rows.of(Sent.class))
                .stream()
                .map(sent -> new Event(
                        EventType.PURCHASE_ORDER_SENT,
                        Keys.purchaseOrder(sent.number()),
                        Optional.empty(),
                        now,
                        Json.tree(sent.told())))
                .toList();
        events.write(handle, told);
    }

    record Sent(String number, String told) {}
}
