package io.quayside.inbox;

import io.quayside.mapping.Answered;
import io.quayside.mapping.Canonical;
import io.quayside.mapping.Message;
import io.quayside.mapping.Problem;
import io.quayside.mapping.Received;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What reading a document by its mapping gave, beside the staged rows.
 *
 * @param places locations by the number, from 1, that staged rows call them
 * @param spots where staged rows stand in X12
 * @param received interchanges of X12, as their sender hears of them
 * @param answered what the document says of documents that we sent
 * @param mayRepeat whether two lines of inventory may name the same SKU and location; false is certain
 */
record Reading(
        List<Spoken> messages,
        Findings findings,
        List<String> places,
        Spots spots,
        List<Received> received,
        List<Answered> answered,
        boolean mayRepeat,
        Optional<byte[]> mappingHash) {

    /** Of a document that was not read. */
    static Reading none(Findings findings) {
        return new Reading(List.of(), findings, List.of(), new Spots(), List.of(), List.of(), false, Optional.empty());
    }

    /** Numbers of the standing messages of that kind that fit. */
    List<Integer> numbers(Canonical.Kind kind, Predicate<Message> fits) {
        return messages.stream()
                .filter(m -> m.is(kind) && fits.test(m.message))
                .map(m -> m.message.n())
                .toList();
    }

    /** Locations whose inventory is stated; by full messages only, if asked. */
    Collection<String> locations(boolean full) {
        TreeSet<String> locations = new TreeSet<>();
        messages.stream()
                .filter(m -> m.is(Canonical.Kind.INVENTORY) && (m.message.full() || !full))
                .forEach(m -> locations.addAll(m.locations));
        return locations;
    }

    /** The earliest moment that standing messages of that kind speak of; there is one. */
    Instant earliest(Canonical.Kind kind) {
        return messages.stream()
                .filter(m -> m.is(kind))
                .map(m -> m.asOf)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Whether any inventory says what is to come. */
    boolean incoming() {
        return messages.stream().anyMatch(m -> m.is(Canonical.Kind.INVENTORY) && m.incoming);
    }

    boolean stands() {
        return messages.stream().anyMatch(m -> !m.fallen);
    }

    /** Whether all there is in it answers documents that we sent. */
    boolean onlyAnswers() {
        return messages.isEmpty() && !answered.isEmpty();
    }

    /** Interchanges of X12 with what is wrong in them, as their sender hears of it. */
    List<Received> heard() {
        Set<Integer> denied =
                messages.stream().filter(m -> m.denied).map(m -> m.message.n()).collect(Collectors.toSet());
        Map<Integer, List<Problem>> problems = findings.byMessage();
        return received.stream().map(r -> r.with(problems, denied)).toList();
    }

    /** The same, with control numbers that were used before for other content. */
    Reading reusing(Collection<String> reused) {
        List<Received> repeated = received.stream()
                .map(r -> reused.contains(r.control()) ? r.repeated() : r)
                .toList();
        return new Reading(messages, findings, places, spots, repeated, answered, mayRepeat, mappingHash);
    }

    /** Records of standing messages. */
    int rows() {
        return messages.stream().filter(m -> !m.fallen).mapToInt(m -> m.rows).sum();
    }

    /** Lines that gave no record, or one that is held for its location. */
    int bad() {
        return findings.lines()
                + messages.stream().filter(m -> !m.fallen).mapToInt(m -> m.bad).sum();
    }

    int largest() {
        return messages.stream()
                .filter(m -> !m.fallen)
                .mapToInt(m -> m.largest)
                .max()
                .orElse(0);
    }

    List<String> controls() {
        return messages.stream()
                .flatMap(m -> m.message.control().stream())
                .distinct()
                .toList();
    }

    /** The newest moment that the document itself says it speaks of. */
    Optional<Instant> statedAsOf() {
        return messages.stream().flatMap(m -> m.message.asOf().stream()).max(Instant::compareTo);
    }
}
