package io.quayside.outbox;

import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import io.quayside.store.Seal;
import io.quayside.store.Worker;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the endpoints. A worker, woken by the doorbell of {@link Events} and twice a second, claims lanes that have something
 * to tell; a few threads take turns in running their steps. Several nodes may do so at once: a lane has one holder.
 */
public final class Deliveries implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private static final int THREADS = 16;
    private static final int LANES = 256;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final LaneStore store;
    private final Outgoing outgoing;
    private final Sender sender;
    private final Doorbell bell;
    private final AtomicInteger held = new AtomicInteger();
    private final ExecutorService threads;
    private final Worker worker;
    private volatile boolean closed;

    /** Starts at once; {@code bell} is the one that {@link Events} rings. */
    public Deliveries(Database database, Seal seal, Targets targets, Vertx vertx, Doorbell bell, InstantSource clock) {
        this.store = new LaneStore(database, new Events(bell), clock);
        this.sender = new Sender(vertx, clock);
        this.outgoing = new Outgoing(seal, targets, sender, clock);
        this.bell = bell;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "lane");
            thread.setDaemon(true);
            return thread;
        });
        this.worker = new Worker("deliveries", bell, LOOK, this::claim);
    }

    /** Sends a test event to an endpoint now, past its lane, and answers what came of it; refuses with 404. May block 15 s. */
    public Attempt test(String webhook) {
        Endpoint endpoint = store.endpoint(webhook)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "there is no such webhook"));
        Instant at = outgoing.now();
        String data = Json.write(Map.of("webhook", webhook));
        Pending event = new Pending(
                store.nextEventId(), EventType.WEBHOOK_TEST.text(), Keys.webhook(webhook), at, data, 0, false);
        long start = System.nanoTime();
        Reply reply = outgoing.to(endpoint)
                .post(event, at)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        int millis = (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new Attempt(at, reply.status(), reply.error(), millis);
    }

    private boolean claim() {
        UUID lease = UUID.randomUUID();
        for (String webhook : store.claim(lease, LANES - held.get())) {
            held.incrementAndGet();
            run(new Lane(webhook, lease, store, outgoing));
        }
        return false;
    }

    private void run(Lane lane) {
        try {
            threads.execute(() -> step(lane));
        } catch (RejectedExecutionException e) {
            // Closing: the lease runs out by itself.
            held.decrementAndGet();
        }
    }

    private void step(Lane lane) {
        boolean more = false;
        try {
            more = lane.step() && !closed;
            if (!more) {
                lane.release();
            }
        } catch (RuntimeException e) {
            log.error("{} goes on when its lease has run out", lane, e);
        }
        if (more) {
            run(lane);
        } else {
            held.decrementAndGet();
            // What was committed while the lane was held found it taken.
            bell.ring();
        }
    }

    /** Lets the steps under way end. */
    @Override
    public void close() {
        closed = true;
        worker.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.close();
    }
}
