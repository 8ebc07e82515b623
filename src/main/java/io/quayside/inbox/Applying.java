package io.quayside.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The third station: applies a staged document chunk by chunk. What a chunk changes, tells and how far the document has
 * come is one transaction, so each line moves stock exactly once, whatever is killed in between.
 *
 * <p>A chunk that fails three times is cut down to its SKUs; one that still fails is held, and the rest goes on.
 */
final class Applying {
    private static final Logger log = LoggerFactory.getLogger(Applying.class);
    private static final int TRIES = 3;

    private final Database database;
    private final Claims claims;
    private final Chunks chunks;

    Applying(Database database, Claims claims, Chunks chunks) {
        this.database = database;
        this.claims = claims;
        this.chunks = chunks;
    }

    /** How far a document has come. */
    private record Progress(int chunks, int done, Told told) {}

    /** What the document has caused, or nothing if {@code stopping} said so before its end. */
    Optional<Told> apply(Claim claim, int staged, BooleanSupplier stopping) {
        Progress progress = new Progress(staged, claim.chunksDone(), told(claim.told()));
        while (progress.done() < progress.chunks()) {
            if (stopping.getAsBoolean()) {
                return Optional.empty();
            }
            progress = next(claim, progress);
        }
        return Optional.of(progress.told());
    }

    private Progress next(Claim claim, Progress progress) {
        try {
            Told told = database.inTransaction(handle -> one(handle, claim, progress));
            return new Progress(progress.chunks(), progress.done() + 1, told);
        } catch (LostLease e) {
            throw e;
        } catch (RuntimeException e) {
            if (Interruption.is(e)) {
                throw e;
            }
            return failed(claim, progress, e);
        }
    }

    private Told one(Handle handle, Claim claim, Progress progress) {
        int chunk = progress.done() + 1;
        fenced(handle, "inbox/begin_chunk", claim, chunk);
        Told told = progress.told().plus(chunks.apply(handle, claim.id(), claim.partner(), chunk));
        handle.createUpdate(Sql.named("inbox/write_told"))
                .bind("document", claim.id())
                .bind("told", Json.write(json(told)))
                .execute();
        if (chunk == progress.chunks()) {
            end(handle, claim);
        }
        return told;
    }

    /** Ends the document in the transaction of its last chunk. */
    private static void end(Handle handle, Claim claim) {
        fenced(handle, "inbox/end_applied", claim, 0);
        handle.createUpdate(Sql.named("inbox/write_feed"))
                .bind("document", claim.id())
                .execute();
    }

    private static void fenced(Handle handle, String sql, Claim claim, int chunk) {
        int rows = handle.createUpdate(Sql.named(sql))
                .bind("document", claim.id())
                .bind("lease", claim.lease())
                .bind("chunk", chunk)
                .execute();
        if (rows == 0) {
            throw new LostLease(claim.id());
        }
    }

    private Progress failed(Claim claim, Progress progress, RuntimeException failure) {
        int chunk = progress.done() + 1;
        if (claims.failed(claim) < TRIES) {
            log.warn("document {}: chunk {} failed and is tried again: {}", claim.id(), chunk, failure.getMessage());
            return progress;
        }
        log.error("document {}: chunk {} failed {} times", claim.id(), chunk, TRIES, failure);
        return database.inTransaction(handle -> setAside(handle, claim, progress));
    }

    /** A line of a chunk; {@code whole} is what may not be split. */
    record Line(String at, String sku, String whole) {}

    private static Progress setAside(Handle handle, Claim claim, Progress progress) {
        int chunk = progress.done() + 1;
        List<Line> lines = handle.createQuery(Sql.named("inbox/chunk_lines"))
                .bind("document", claim.id())
                .bind("chunk", chunk)
                .map(Rows.of(Line.class))
                .list();
        int pieces = (int) lines.stream().map(Line::whole).distinct().count();
        int chunks = pieces > 1 ? progress.chunks() + pieces : progress.chunks();
        int rows = handle.createUpdate(Sql.named(pieces > 1 ? "inbox/split_chunk" : "inbox/hold_chunk"))
                .bind("document", claim.id())
                .bind("lease", claim.lease())
                .bind("chunk", chunk)
                .bindMap(Map.of("chunks", progress.chunks(), "lines", lines.size()))
                .execute();
        if (rows == 0) {
            throw new LostLease(claim.id());
        }
        if (pieces == 1) {
            Messages.problems(
                    handle, claim.id(), lines.stream().map(Applying::held).toList());
        }
        if (chunk == chunks) {
            end(handle, claim);
        }
        return new Progress(chunks, chunk, progress.told());
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

    private static Told told(String json) {
        JsonNode told = Json.tree(json);
        return new Told(
                told.path("stock_changes").asInt(),
                told.path("refilled").asInt(),
                told.path("lost").asInt(),
                told.path("promises_moved").asInt());
    }

    private static Map<String, Integer> json(Told told) {
        return Map.of(
                "stock_changes", told.stockChanges(),
                "refilled", told.refilled(),
                "lost", told.lost(),
                "promises_moved", told.promisesMoved());
    }
}
