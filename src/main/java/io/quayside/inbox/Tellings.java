package io.quayside.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Events;
import io.quayside.outbox.Keys;
import io.quayside.store.Json;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What others hear of a document, in the transaction of what there is to hear: operators by events, its partner by an
 * acknowledgement when it ends.
 */
final class Tellings {
    private final Events events;
    private final Acknowledgements acknowledgements;
    private final InstantSource clock;

    Tellings(Events events, Acknowledgements acknowledgements, InstantSource clock) {
        this.events = events;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
    }

    /** Of which document something is told. */
    record Subject(long id, String partner, String mapping, String name) {}

    void event(Handle handle, EventType type, Subject document, String reason, int problems) {
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("document", Long.toString(document.id()));
        data.put("partner", document.partner());
        data.put("mapping", document.mapping());
        data.put("name", document.name());
        data.put("reason", reason);
        data.put("problems", problems);
        events.write(
                handle,
                List.of(new Event(type, Keys.document(document.id()), Optional.empty(), clock.instant(), data)));
    }

    /** The document has ended, and its row says how. */
    void ended(Handle handle, long document) {
        ended(
                handle,
                handle.createQuery(Sql.named("inbox/ended_document"))
                        .bind("document", document)
                        .map(Rows.of(Acknowledgements.Ended.class))
                        .list());
    }

    /** A document that has ended; nobody hears of one whose partner nobody knows. */
    void ended(Handle handle, List<Acknowledgements.Ended> document) {
        document.forEach(ended -> acknowledgements.write(handle, ended));
    }
}
