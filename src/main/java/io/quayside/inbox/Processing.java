package io.quayside.inbox;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.mapping.Received;
import io.quayside.outbox.EventType;
import io.quayside.store.Database;
import io.quayside.store.Interruption;
import io.quayside.store.Json;
import io.quayside.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes kept documents to their end, one a step: stage, then apply. Any number of threads and nodes may run steps at once;
 * a feed's documents are taken one by one in order of arrival.
 */
final class Processing {
    private static final Logger log = LoggerFactory.getLogger(Processing.class);
    private static final int TRIES = 3;

    private final Database database;
    private final Claims claims;
    private final Staging staging;
    private final Applying applying;
    private final Tellings tellings;
    private final InstantSource clock;
    private volatile boolean stopping;

    Processing(
            Database database,
            Claims claims,
            Staging staging,
            Applying applying,
            Tellings tellings,
            InstantSource clock) {
        this.database = database;
        this.claims = claims;
        this.staging = staging;
        this.applying = applying;
        this.tellings = tellings;
        this.clock = clock;
    }

    /** Takes the next documents of at most {@code largest} bytes as far as they go; says whether there were any. */
    boolean step(long largest) {
        if (stopping) {
            return false;
        }
        List<Claim> run = claims.take(largest);
        if (!run.isEmpty()) {
            process(run);
        }
        return !run.isEmpty();
    }

    /** Documents under way stop after the chunk they are at; another start goes on from there. */
    void stop() {
        stopping = true;
    }

    private void process(List<Claim> run) {
        boolean ended = false;
        try (Claims.Held held = claims.held(run)) {
            ended = run.stream().allMatch(this::process);
        } catch (LostLease e) {
            log.warn(e.getMessage());
        } finally {
            if (!ended) {
                claims.release(run);
            }
        }
    }

    /** Whether the next of its feed may follow. */
    private boolean process(Claim claim) {
        try {
            return !stopping && process(claim, clock.instant());
        } catch (LostLease e) {
            throw e;
        } catch (RuntimeException e) {
            failed(claim, e);
            return true;
        }
    }

    private boolean process(Claim claim, Instant began) {
        Optional<Outcome> outcome = Optional.empty();
        if (claim.status().equals("kept")) {
            Outcome staged = stage(claim);
            if (staged.status() != Outcome.Status.STAGED) {
                line(claim, staged, Optional.empty(), began);
                return true;
            }
            outcome = Optional.of(staged);
        }
        List<Integer> chunks = outcome.map(Outcome::allChunks).orElseGet(() -> applying.openChunks(claim));
        Optional<Applying.Sum> sum = applying.apply(claim, chunks, () -> stopping);
        if (sum.isPresent()) {
            line(claim, outcome.orElse(null), sum, began);
        }
        return sum.isPresent();
    }

    private Outcome stage(Claim claim) {
        return database.inTransaction(handle -> {
            Outcome outcome = staging.stage(handle, claim);
            write(handle, claim, outcome);
            return outcome;
        });
    }

    private void write(Handle handle, Claim claim, Outcome outcome) {
        Reading reading = outcome.reading();
        Messages.problems(handle, claim.id(), reading.findings().problems());
        int rows = handle.createUpdate(Sql.named("inbox/write_staged"))
                .bind("document", claim.id())
                .bind("lease", claim.lease())
                .bind("status", outcome.status().word())
                .bind("reason", outcome.reason().map(Findings::shortened).orElse(null))
                .bindArray("controls", String.class, reading.controls())
                .bind("as_of", reading.statedAsOf().map(Instant::toString).orElse(null))
                .bind("received", received(reading))
                .bind("mapping_hash", reading.mappingHash().orElse(null))
                .bind("rows", reading.rows())
                .bind("held_rows", reading.bad())
                .bind("problems", reading.findings().count())
                .bind("changes", outcome.changes())
                .bind("chunks", outcome.chunks())
                .execute();
        if (rows == 0) {
            throw new LostLease(claim.id());
        }
        switch (outcome.status()) {
            case HELD -> tell(handle, EventType.DOCUMENT_HELD, claim, outcome);
            case REJECTED -> tell(handle, EventType.DOCUMENT_REJECTED, claim, outcome);
            case APPLIED -> feed(handle, "inbox/write_feed", claim);
            case DUPLICATE, IGNORED -> feed(handle, "inbox/feed_arrived", claim);
            case STAGED -> {}
        }
        if (outcome.status() != Outcome.Status.HELD && outcome.status() != Outcome.Status.STAGED) {
            tellings.ended(handle, claim.id());
        }
    }

    /** Null where the document was not read as X12. */
    private static String received(Reading reading) {
        List<Received> heard = reading.heard();
        return heard.isEmpty() ? null : Json.write(heard);
    }

    private static void feed(Handle handle, String sql, Claim claim) {
        handle.createUpdate(Sql.named(sql)).bind("document", claim.id()).execute();
    }

    private void tell(Handle handle, EventType type, Claim claim, Outcome outcome) {
        tellings.event(
                handle,
                type,
                new Tellings.Subject(claim.id(), claim.partner(), claim.mapping(), claim.name()),
                outcome.reason().orElse(""),
                outcome.reading().findings().count());
    }

    /** A failure of ours while staging: tried again, then the document is rejected, so that its feed goes on. */
    private void failed(Claim claim, RuntimeException failure) {
        if (Interruption.is(failure) || !claim.status().equals("kept") || claims.failed(claim) < TRIES) {
            throw failure;
        }
        log.error("document {} failed {} times and is rejected", claim.id(), TRIES, failure);
        Findings findings = new Findings();
        findings.add(new Problem(
                ProblemCode.NOT_APPLIED,
                "document",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "nothing: the gateway's log says why; replay the document when that is mended"));
        database.transact(handle -> write(handle, claim, Outcome.rejected(Reading.none(findings))));
    }

    private void line(Claim claim, Outcome outcome, Optional<Applying.Sum> sum, Instant began) {
        String status = sum.isPresent() ? "applied" : outcome.status().word();
        String reason =
                outcome == null ? "" : outcome.reason().map(r -> " (" + r + ")").orElse("");
        String counts = outcome == null
                ? ""
                : ", %d rows, %d problems, %d changes"
                        .formatted(
                                outcome.reading().rows(),
                                sum.map(Applying.Sum::problems)
                                        .orElse(outcome.reading().findings().count()),
                                outcome.changes());
        String caused = sum.map(Applying.Sum::told)
                .map(t -> ", %d stock changes, %d lines refilled, %d lost, %d promises moved"
                        .formatted(t.stockChanges(), t.refilled(), t.lost(), t.promisesMoved()))
                .orElse("");
        log.info(
                "document {} {} {}: {}{}{}{}, {} ms",
                claim.id(),
                claim.mapping(),
                claim.name(),
                status,
                reason,
                counts,
                caused,
                Duration.between(began, clock.instant()).toMillis());
    }
}
