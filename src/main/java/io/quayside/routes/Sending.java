package io.quayside.routes;

import io.quayside.store.Database;
import io.quayside.store.Interruption;
import io.quayside.store.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claims on documents that are being sent, and how they end. A claim is held by a lease that is renewed as long as the
 * sending takes; no connection is held meanwhile. A process that is killed between sending and saying so leaves a lease that
 * runs out, and the same bytes go again. Any thread may call it.
 */
final class Sending implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int RENEW_SECONDS = 10;
    private static final Duration AFTER_INTERRUPTION = Duration.ofSeconds(1);

    private final Database database;
    private final Correspondence correspondence;
    private final Troubles troubles;
    private final Map<Long, OutClaim> underWay = new ConcurrentHashMap<>();
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sending-leases");
        thread.setDaemon(true);
        return thread;
    });

    Sending(Database database, Correspondence correspondence, Troubles troubles) {
        this.database = database;
        this.correspondence = correspondence;
        this.troubles = troubles;
        renewals.scheduleWithFixedDelay(this::renew, RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
    }

    /** The claim's lease is renewed from here to its end. */
    void begun(OutClaim claim) {
        underWay.put(claim.document(), claim);
    }

    /** The document is with its partner. */
    void sent(OutClaim claim) {
        underWay.remove(claim.document());
        try {
            database.transact(handle -> handle.createQuery(Sql.named("routes/mark_sent"))
                    .bind("document", claim.document())
                    .bind("lease", claim.lease())
                    .mapTo(Boolean.class)
                    .findOne()
                    .filter(first -> first)
                    .ifPresent(first -> correspondence.sent(handle, claim.document())));
        } catch (RuntimeException e) {
            log.warn(
                    "document {} {} was sent, but that could not be noted, so it goes again: {}",
                    claim.document(),
                    claim.name(),
                    OneLine.of(e));
            return;
        }
        troubles.well(claim.route());
        log.info("document {} {} {}: sent by {}", claim.document(), claim.partner(), claim.name(), claim.route());
    }

    /** It could not be sent; an interruption of ours is none of its failures. */
    void failed(OutClaim claim, Throwable failure) {
        underWay.remove(claim.document());
        boolean ours = Interruption.is(failure);
        Duration again = ours ? AFTER_INTERRUPTION : SendSchedule.delay(claim.attempts() + 1);
        try {
            database.transact(handle -> handle.createUpdate(Sql.named("routes/mark_unsent"))
                    .bind("document", claim.document())
                    .bind("lease", claim.lease())
                    .bind("failures", ours ? 0 : 1)
                    .bind("seconds", again.toSeconds())
                    .execute());
        } catch (RuntimeException e) {
            log.warn("document {}: its failed try could not be noted: {}", claim.document(), OneLine.of(e));
        }
        if (!ours) {
            troubles.failed(claim.route(), claim.partner(), claim.name() + " was not sent: " + OneLine.of(failure));
        }
    }

    /** Tells of documents that a partner has answered before we could say that they were sent. */
    void tellAnswered() {
        database.transact(handle -> handle.createQuery(Sql.named("routes/answered_unsent"))
                .mapTo(Long.class)
                .list()
                .forEach(document -> correspondence.sent(handle, document)));
    }

    private void renew() {
        List<OutClaim> claims = List.copyOf(underWay.values());
        if (claims.isEmpty()) {
            return;
        }
        try {
            database.transact(handle -> handle.createUpdate(Sql.named("routes/renew_sends"))
                    .bindArray(
                            "documents",
                            Long.class,
                            claims.stream().map(OutClaim::document).toList())
                    .bindArray(
                            "leases",
                            String.class,
                            claims.stream().map(c -> c.lease().toString()).toList())
                    .execute());
        } catch (RuntimeException e) {
            log.warn("the leases of {} documents being sent could not be renewed: {}", claims.size(), OneLine.of(e));
        }
    }

    @Override
    public void close() {
        renewals.shutdownNow();
    }
}
