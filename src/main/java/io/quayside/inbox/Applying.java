package io.quayside.inbox;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.store.Database;
import io.quayside.store.Interruption;
import io.quayside.store.RoundTrip;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.Applied;
import io.quayside.supply.Told;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The third station: applies a staged document chunk by chunk. What a chunk changes, tells and how far the document has
 * come is one transaction, so each line moves stock exactly once, whatever is killed in between.
 *
 * <p>Chunks need no order among them, so two lanes take them: one computes while the other waits for the database. A chunk that fails
 * three times is cut down to its SKUs; one that still fails is held, and the rest goes on.
 */
final class Applying implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Applying.class);
    private static final int TRIES = 3;

    private final Database database;
    private final Chunks chunks;
    private final Tellings tellings;
    private final ExecutorService secondLanes = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "document-lane");
        thread.setDaemon(true);
        return thread;
    });

    Applying(Database database, Chunks chunks, Tellings tellings) {
        this.database = database;
        this.chunks = chunks;
        this.tellings = tellings;
    }

    /** Applies these chunks; answers what the document has caused, or nothing if {@code stopping} said so before its end. */
    Optional<Sum> apply(Claim claim, List<Integer> chunks, BooleanSupplier stopping) {
        Queue<Integer> open = new ConcurrentLinkedQueue<>(chunks);
        if (open.size() < 2) {
            return lane(claim, open, stopping);
        }
        Future<Optional<Sum>> second = secondLanes.submit(() -> lane(claim, open, stopping));
        Optional<Sum> told;
        try {
            told = lane(claim, open, stopping);
        } catch (RuntimeException | Error e) {
            join(second);
            throw e;
        }
        Optional<Sum> there = join(second);
        return told.or(() -> there);
    }

    /** What is still to be applied of a document that was staged before. */
    List<Integer> openChunks(Claim claim) {
        return database.read(handle -> handle.createQuery(Sql.named("inbox/list_open_chunks"))
                .bind("document", claim.id())
                .mapTo(Integer.class)
                .list());
    }

    private static Optional<Sum> join(Future<Optional<Sum>> lane) {
        try {
            return lane.get();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while applying", e);
        }
    }

    /** What the other lane threw, to be thrown here: it was unchecked there, too. */
    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    /**
     * Takes chunks while there are open ones; a lane that breaks leaves none to the other. What the whole document has caused
     * is known to the lane that took its last chunk.
     */
    private Optional<Sum> lane(Claim claim, Queue<Integer> open, BooleanSupplier stopping) {
        boolean whole = false;
        try {
            Optional<Sum> told = Optional.empty();
            for (Integer chunk = open.poll(); chunk != null && !stopping.getAsBoolean(); chunk = open.poll()) {
                told = apply(claim, chunk, open);
            }
            whole = true;
            return told;
        } finally {
            if (!whole) {
                open.clear();
            }
        }
    }

    private Optional<Sum> apply(Claim claim, int chunk, Queue<Integer> open) {
        for (int failures = 1; failures <= TRIES; failures++) {
            try {
                return database.inTransaction(handle -> one(handle, claim, chunk));
            } catch (LostLease e) {
                throw e;
            } catch (RuntimeException e) {
                if (Interruption.is(e)) {
                    throw e;
                }
                failed(claim, chunk, failures, e);
            }
        }
        return database.inTransaction(handle -> setAside(handle, claim, chunk, open));
    }

    private Optional<Sum> one(Handle handle, Claim claim, int chunk) {
        take(handle, claim, chunk);
        Applied applied = chunks.apply(handle, claim.id(), claim.partner(), chunk);
        return end(handle, claim, applied, 0);
    }

    private static void take(Handle handle, Claim claim, int chunk) {
        RoundTrip trip = new RoundTrip(handle).bind("document", claim.id()).bind("chunk", chunk);
        claim.begin(trip);
        Supplier<Integer> taken = trip.update("inbox/take_chunk");
        trip.run();
        if (taken.get() == 0) {
            throw new LostLease(claim.id());
        }
    }

    /** A document after a chunk, with what all chunks so far have caused. */
    record Sum(String status, int problems, int stockChanges, int refilled, int lost, int promisesMoved) {
        Told told() {
            return new Told(stockChanges, refilled, lost, promisesMoved);
        }
    }

    /** Ends a chunk, and the document in the transaction of its last one: then answers what it has caused. */
    private Optional<Sum> end(Handle handle, Claim claim, Applied applied, int held) {
        Told told = applied.told();
        RoundTrip trip = new RoundTrip(handle)
                .bind("document", claim.id())
                .bind("lease", claim.lease())
                .bind("stock_changes", told.stockChanges())
                .bind("refilled", told.refilled())
                .bind("lost", told.lost())
                .bind("promises_moved", told.promisesMoved())
                .bind("held", held)
                .bind("problems", applied.problems().size());
        var sums = trip.rows("inbox/end_chunk", Sum.class);
        trip.update("inbox/write_feed");
        var ended = trip.rows("inbox/ended_document", Acknowledgements.Ended.class);
        trip.run();
        if (sums.get().isEmpty()) {
            throw new LostLease(claim.id());
        }
        Messages.problems(handle, claim.id(), applied.problems());
        Sum sum = sums.get().get(0);
        if (!sum.status().equals("applied")) {
            return Optional.empty();
        }
        tellings.ended(handle, ended.get());
        return Optional.of(sum);
    }

    private static void failed(Claim claim, int chunk, int failures, RuntimeException failure) {
        if (failures < TRIES) {
            log.warn("document {}: chunk {} failed and is tried again: {}", claim.id(), chunk, failure.getMessage());
        } else {
            log.error("document {}: chunk {} failed {} times", claim.id(), chunk, TRIES, failure);
        }
    }

    /** A line of a chunk; {@code whole} is what may not be split. */
    record Line(String at, String sku, String whole) {}

    /** Cuts a chunk into pieces, which are open then; one that is a piece by itself is held. */
    private Optional<Sum> setAside(Handle handle, Claim claim, int chunk, Queue<Integer> open) {
        List<Line> lines = handle.createQuery(Sql.named("inbox/chunk_lines"))
                .bind("document", claim.id())
                .bind("chunk", chunk)
                .map(Rows.of(Line.class))
                .list();
        int pieces = (int) lines.stream().map(Line::whole).distinct().count();
        take(handle, claim, chunk);
        if (pieces == 1) {
            List<Problem> held = lines.stream().map(Applying::held).toList();
            return end(handle, claim, new Applied(Told.NOTHING, held), lines.size());
        }
        List<Integer> behind = handle.createQuery(Sql.named("inbox/split_chunk"))
                .bind("document", claim.id())
                .bind("lease", claim.lease())
                .bind("chunk", chunk)
                .bind("pieces", pieces)
                .mapTo(Integer.class)
                .list();
        handle.afterCommit(() -> open.addAll(behind));
        return end(handle, claim, Applied.NOTHING, 0);
    }

    private static Problem held(Line line) {
        return new Problem(
                ProblemCode.NOT_APPLIED,
                line.at(),
                Optional.of(line.sku()),
                Optional.empty(),
                Optional.of("held"),
                "nothing: the gateway's log says why; replay the document when that is mended");
    }

    @Override
    public void close() {
        secondLanes.shutdown();
    }
}
