package io.quayside.inbox;

import io.quayside.store.Database;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases on documents, by the database's clock. While a claim is {@link #held} its lease is renewed; a killed process
 * leaves a lease that runs out, and any node goes on from the last commit.
 */
final class Claims implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Claims.class);
    private static final int RENEW_SECONDS = 10;
    /** Documents of a run: others wait for a worker as long as these take. */
    private static final int MOST = 10;

    private final Database database;
    private final ScheduledExecutorService renewals;

    Claims(Database database) {
        this.database = database;
        this.renewals = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "document-leases");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The next document of at most {@code largest} bytes whose turn it is, and if it is small, those of its feed behind it, in
     * their order and under one lease; none where there is nothing to do.
     */
    List<Claim> take(long largest) {
        return database.inTransaction(handle -> handle.createQuery(Sql.named("inbox/claim_documents"))
                .bind("lease", UUID.randomUUID())
                .bind("largest", largest)
                .bind("most", MOST)
                .bind("small", Claim.SMALL)
                .map(Rows.of(Claim.class))
                .list());
    }

    /** Renews the lease until closed. */
    Held held(List<Claim> run) {
        ScheduledFuture<?> renewal =
                renewals.scheduleWithFixedDelay(() -> renew(run), RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
        return () -> renewal.cancel(false);
    }

    private void renew(List<Claim> run) {
        try {
            update("inbox/renew_lease", run);
        } catch (RuntimeException e) {
            log.warn(
                    "document {}: its lease could not be renewed: {}",
                    run.get(0).id(),
                    e.getMessage());
        }
    }

    /** Gives back at once what of the run has not ended. */
    void release(List<Claim> run) {
        update("inbox/release_lease", run);
    }

    /** Notes a failure of ours; answers how many there were since the last progress. */
    int failed(Claim claim) {
        return database.inTransaction(handle -> handle.createQuery(Sql.named("inbox/count_failure"))
                        .bind("document", claim.id())
                        .bind("lease", claim.lease())
                        .mapTo(Integer.class)
                        .findOne())
                .orElseThrow(() -> new LostLease(claim.id()));
    }

    private void update(String sql, List<Claim> run) {
        database.transact(handle -> handle.createUpdate(Sql.named(sql))
                .bindArray("documents", Long.class, run.stream().map(Claim::id).toList())
                .bind("lease", run.get(0).lease())
                .execute());
    }

    @Override
    public void close() {
        renewals.shutdownNow();
    }

    /** A claim whose lease is being renewed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
