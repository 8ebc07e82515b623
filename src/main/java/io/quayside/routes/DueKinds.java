package io.quayside.routes;

import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.store.Worker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What there is to send, asked once a second (and at each ring) for all routes together, so that any number of routes with
 * nothing to send costs nothing. Any thread may ask.
 */
final class DueKinds implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Documents of one kind for one partner. */
    record Due(String partner, String kind) {}

    private final Database database;
    private final Worker worker;
    private volatile List<Due> due = List.of();

    /** Starts at once; {@code bell} is rung where a document was written. */
    DueKinds(Database database, Doorbell bell) {
        this.database = database;
        this.worker = new Worker("due-documents", bell, LOOK, this::look);
    }

    private boolean look() {
        List<Due> now = database.read(handle -> handle.createQuery(Sql.named("routes/due_kinds"))
                .map(Rows.of(Due.class))
                .list());
        due = now;
        return false;
    }

    /** Whether there was something for this partner of one of these kinds a moment ago. */
    boolean has(String partner, Collection<String> kinds) {
        return due.stream().anyMatch(d -> d.partner().equals(partner) && kinds.contains(d.kind()));
    }

    /** All that was due a moment ago: the same list until it is asked again. */
    List<Due> all() {
        return due;
    }

    @Override
    public void close() {
        worker.close();
    }
}
