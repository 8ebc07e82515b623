package io.quayside.inbox;

import io.quayside.outbox.Events;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Worker;
import io.quayside.supply.dropship.Withdrawing;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The stations of incoming documents, wired: {@link #keeping} takes bytes, two workers take them on. One worker is for
 * small documents alone, so that they do not wait behind a big one.
 */
public final class Inbox implements AutoCloseable {
    private static final long SMALL = 1 << 20;
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Doorbell forSmall = new Doorbell();
    /** It helps out where the other is busy; most rings are for that one, and each look has its price. */
    private final Doorbell forAny = new Doorbell(Duration.ofMillis(50));

    private final Database database;
    private final Tellings tellings;
    private final Claims claims;
    private final StageCopy copy;
    private final Applying applying;
    private final Processing processing;
    private Worker small;
    private Worker any;

    /** {@code chunks} is {@link io.quayside.supply.Arrivals#apply}. Nothing runs before {@link #start}. */
    public Inbox(
            Database database,
            Layouts layouts,
            Chunks chunks,
            Events events,
            Acknowledgements acknowledgements,
            InstantSource clock) {
        this.database = database;
        this.tellings = new Tellings(events, acknowledgements, clock);
        this.claims = new Claims(database);
        this.copy = new StageCopy(database);
        this.applying = new Applying(database, chunks, tellings);
        this.processing = new Processing(database, claims, new Staging(layouts, copy), applying, tellings, clock);
    }

    /** Starts the workers. */
    public void start() {
        small = new Worker("inbox-small", forSmall, LOOK, () -> processing.step(SMALL));
        any = new Worker("inbox", forAny, LOOK, () -> processing.step(Keeping.MAX_SIZE));
    }

    /** Where transports hand over their bytes. */
    public Keeping keeping() {
        return new Keeping(database, this::ring);
    }

    /** What people see of documents and do with them; {@code withdrawing} ends what is not to be sent. */
    public Documents documents(Withdrawing withdrawing) {
        return new Documents(database, tellings, withdrawing, this::ring);
    }

    /** There is a document to look at. */
    public void ring() {
        forSmall.ring();
        forAny.ring();
    }

    Processing processing() {
        return processing;
    }

    /** Lets the chunks under way end. */
    @Override
    public void close() {
        processing.stop();
        if (small != null) {
            small.close();
            any.close();
        }
        copy.close();
        applying.close();
        claims.close();
    }
}
