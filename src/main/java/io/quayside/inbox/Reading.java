package io.quayside.inbox;

import io.quayside.mapping.Canonical;
import io.quayside.mapping.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What reading a document by its mapping gave, beside the staged rows.
 *
 * @param places locations by the number, from 1, that staged rows call them
 * @param mayRepeat whether two lines of inventory may name the same SKU and location; false is certain
 */
record Reading(
        List<Spoken> messages,
        Findings findings,
        List<String> places,
        boolean mayRepeat,
        Optional<byte[]> mappingHash) {

    /** Of a document that was not read. */
    static Reading none(Findings findings) {
        return new Reading(List.of(), findings, List.of(), false, Optional.empty());
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
