package io.quayside.inbox;

import io.quayside.mapping.Canonical;
import io.quayside.mapping.Guards;
import io.quayside.mapping.Mapping;
import io.quayside.mapping.PartnerFile;
import io.quayside.mapping.ProblemCode;
import io.quayside.store.Refusal;
import io.quayside.store.RoundTrip;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The second station: reads a document, compares it with what is known and asks the guards, all in one transaction of the
 * caller, before anything moves. What it finds out are rows of {@code change}; stock is not touched.
 */
final class Staging {
    /** How the reason begins of a document that no mapping of ours could read. */
    static final String NO_MAPPING = "mapping ";

    private final Layouts layouts;
    private final StageCopy copy;

    Staging(Layouts layouts, StageCopy copy) {
        this.layouts = layouts;
        this.copy = copy;
    }

    Outcome stage(Handle handle, Claim claim) {
        Known known = known(handle, claim);
        Outcome outcome = judge(handle, claim, known);
        RoundTrip trip = new RoundTrip(handle);
        if (outcome.goesOn()) {
            speak(trip, claim, outcome.reading());
        }
        StageTables.empty(handle, claim, trip);
        return outcome;
    }

    /** What is known before the document is read: where lines may lie, the document that it repeats, what its feed said last. */
    private record Known(List<Places.Place> places, Optional<Long> twin, Map<String, FeedState> feed) {}

    private static Known known(Handle handle, Claim claim) {
        RoundTrip trip = new RoundTrip(handle)
                .bind("document", claim.id())
                .bind("partner", claim.partner())
                .bind("mapping", claim.mapping())
                .bind("sha256", claim.sha256());
        claim.begin(trip);
        if (claim.comesAgain()) {
            trip.update("inbox/clear_staging");
        }
        var places = trip.rows("inbox/places", Places.Place.class);
        var twins = trip.rows("inbox/twin_document", Twin.class);
        var feed = trip.rows("inbox/feed_state", FeedState.class);
        trip.run();
        return new Known(
                places.get(),
                claim.comesAgain() ? Optional.empty() : twins.get().get(0).id(),
                feed.get().stream().collect(Collectors.toMap(FeedState::kind, f -> f)));
    }

    private Outcome judge(Handle handle, Claim claim, Known known) {
        Findings findings = new Findings();
        if (claim.badName() && claim.replays() == 0) {
            return Outcome.rejected("bad_name: the file's name is no plain name", Reading.none(findings));
        }
        PartnerFile file = layouts.partner(claim.partner());
        if (claim.partnerKinds() == null) {
            findings.whole(
                    ProblemCode.UNKNOWN_PARTNER,
                    "document",
                    claim.partner(),
                    "the code of a partner; register it, then replay this document");
            return Outcome.rejected(Reading.none(findings));
        }
        Mapping mapping;
        try {
            mapping = mapping(claim);
        } catch (Refusal e) {
            findings.whole(ProblemCode.UNKNOWN_CODE, "document", claim.mapping(), e.getMessage());
            return Outcome.rejected(NO_MAPPING + claim.mapping() + ": " + e.getMessage(), Reading.none(findings));
        }
        return stage(handle, claim, mapping, file, known);
    }

    private Mapping mapping(Claim claim) {
        if (claim.mapping().equals(Drop.UNROUTED)) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "a file name that one of our routes takes, or that of a house layout: inventory.csv");
        }
        Mapping mapping = layouts.mapping(claim.mapping());
        mapping.partner().filter(p -> !p.equals(claim.partner())).ifPresent(p -> {
            throw new Refusal(
                    Refusal.Kind.INVALID, "a mapping of this partner; " + mapping.name() + " belongs to " + p);
        });
        return mapping;
    }

    private Outcome stage(Handle handle, Claim claim, Mapping mapping, PartnerFile file, Known known) {
        Optional<Long> twin = known.twin();
        if (twin.isPresent()) {
            handle.createUpdate(Sql.named("inbox/copy_received"))
                    .bind("document", claim.id())
                    .bind("twin", twin.get())
                    .execute();
            return Outcome.ended(
                    Outcome.Status.DUPLICATE, "the same bytes as document " + twin.get(), Reading.none(new Findings()));
        }
        Places places = Places.of(known.places(), claim, file);
        Reading reading = copy.read(handle, claim, mapping, file, places);
        Settling.settle(handle, claim, reading);
        refuseFuture(claim, reading);
        if (reading.onlyAnswers()) {
            return new Outcome(Outcome.Status.APPLIED, Optional.empty(), reading, 0, 0);
        }
        if (!reading.stands()) {
            return Outcome.rejected(reading);
        }
        int bad = reading.bad();
        if (bad * 100.0 > mapping.feed().maxBadPct() * (bad + reading.rows())) {
            return Outcome.rejected(
                    "errors.max_bad_pct: %d of %d lines are bad".formatted(bad, bad + reading.rows()), reading);
        }
        boolean accepted = claim.accepted() && Arrays.equals(claim.mappingHash(), mapping.hash());
        List<String> reused = Duplicates.reusedControls(handle, claim, reading);
        if (!reused.isEmpty() && !accepted) {
            reading.findings()
                    .whole(
                            ProblemCode.CONTROL_REUSED,
                            "control number " + reused.get(0),
                            reused.get(0),
                            "a control number that no other document has");
            return Outcome.ended(
                    file.terms().controlHeld() ? Outcome.Status.HELD : Outcome.Status.IGNORED,
                    "control_reused: " + String.join(", ", reused),
                    reading.reusing(reused));
        }
        passOverOlder(reading, known.feed());
        if (!reading.stands()) {
            return Outcome.ended(Outcome.Status.IGNORED, "older than what this feed said last", reading);
        }
        Differences differences = new Differences(handle, claim, places, reading);
        differences.find(mapping.feed());
        Differences.Counts counts = differences.counts();
        Differences.Written written = differences.written();
        Optional<String> tripped = Guarding.tripped(mapping.guards(), census(reading, counts, known.feed()));
        if (tripped.isPresent() && !accepted && mapping.guards().then() != Guards.Then.WARN) {
            boolean held = mapping.guards().then() == Guards.Then.HELD;
            return new Outcome(
                    held ? Outcome.Status.HELD : Outcome.Status.REJECTED,
                    tripped,
                    reading,
                    written.changes(),
                    written.chunks());
        }
        return new Outcome(
                written.chunks() == 0 ? Outcome.Status.APPLIED : Outcome.Status.STAGED,
                tripped.map(guard -> "warning, " + guard),
                reading,
                written.changes(),
                written.chunks());
    }

    /** A moment that has not come yet would make everything older that is said until then. */
    private static void refuseFuture(Claim claim, Reading reading) {
        for (Spoken message : reading.messages()) {
            if (!message.fallen && Claim.isAhead(message.asOf, claim.receivedAt())) {
                message.fallen = true;
                message.denied = true;
                reading.findings()
                        .whole(
                                ProblemCode.BAD_DATE,
                                "message " + message.message.n(),
                                message.asOf.toString(),
                                "a moment that has passed when the document comes");
            }
        }
    }

    /** An older statement than the feed's last changes nothing; one of the same moment is a correction. */
    private static void passOverOlder(Reading reading, Map<String, FeedState> feed) {
        for (Spoken message : reading.messages()) {
            FeedState last = feed.get(message.message.kind().word());
            if (last != null && Claim.isStatement(message.message.kind()) && message.asOf.isBefore(last.asOf())) {
                message.fallen = true;
            }
        }
    }

    private static void speak(RoundTrip trip, Claim claim, Reading reading) {
        List<Integer> messages = new ArrayList<>();
        List<String> locations = new ArrayList<>();
        for (Spoken message : reading.messages()) {
            if (message.is(Canonical.Kind.INVENTORY) && message.message.full()) {
                message.locations.forEach(location -> {
                    messages.add(message.message.n());
                    locations.add(location);
                });
            }
        }
        if (!messages.isEmpty()) {
            trip.bind("document", claim.id())
                    .bindArray("spoken_by", Integer.class, messages)
                    .bindArray("spoken_for", String.class, locations)
                    .update("inbox/speak_for_locations");
        }
    }

    private static Census census(Reading reading, Differences.Counts counts, Map<String, FeedState> feed) {
        List<Census.Counted> statements = new ArrayList<>();
        for (Canonical.Kind kind : List.of(Canonical.Kind.INVENTORY, Canonical.Kind.INBOUND)) {
            List<Spoken> full = reading.messages().stream()
                    .filter(m -> m.is(kind) && m.message.full())
                    .toList();
            FeedState last = feed.get(kind.word());
            if (!full.isEmpty()) {
                statements.add(new Census.Counted(
                        full.stream().mapToInt(m -> m.rows).sum(),
                        last == null ? OptionalInt.empty() : OptionalInt.of(last.rows())));
            }
        }
        return new Census(
                reading.rows(), counts.unknown(), counts.toZero(), counts.aboveZero(), reading.largest(), statements);
    }

    /** A row of {@code feed}. */
    record FeedState(String kind, Instant asOf, int rows) {}

    /** What {@code inbox/twin_document} finds. */
    record Twin(Optional<Long> id) {}
}
