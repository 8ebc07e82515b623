package io.quayside.mapping;

import io.quayside.mapping.format.Node;
import io.quayside.mapping.format.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The record being made from one line, and what is wrong with the line. Used again for each line; one thread. */
final class Draft {
    /** As much of a wrong value is told. */
    private static final int SHOWN = 200;

    private final Object[] values = new Object[Target.values().length];
    private final List<Problem> problems;
    private final Optional<String> fate;
    private final String prefix;
    private Target target;
    private Reference place;
    private Node node;

    /** {@code fate} is what becomes of a line with a problem: held or rejected; empty for what is not of a line. */
    Draft(Optional<String> fate) {
        this(new ArrayList<>(), fate, "");
    }

    private Draft(List<Problem> problems, Optional<String> fate, String prefix) {
        this.problems = problems;
        this.fate = fate;
        this.prefix = prefix;
    }

    /** A draft of something inside this one: its problems are problems of the same line. */
    Draft inside(Target outer) {
        return new Draft(problems, fate, outer.word() + ".");
    }

    /** Begins the next line with what the head of its message said. */
    void begin(Draft head) {
        System.arraycopy(head.values, 0, values, 0, values.length);
        problems.clear();
    }

    /** A copy, problems included, for one of several records of a line. */
    Draft again() {
        Draft copy = new Draft(new ArrayList<>(problems), fate, prefix);
        System.arraycopy(values, 0, copy.values, 0, values.length);
        return copy;
    }

    /** Begins a line of which nothing is known. */
    void clear() {
        Arrays.fill(values, null);
        problems.clear();
    }

    void put(Target of, Object value) {
        values[of.ordinal()] = value;
    }

    Object get(Target of) {
        return values[of.ordinal()];
    }

    /** Says which field is being made and from what, for the problems that follow; {@code place} may be null. */
    void reading(Target target, Reference place, Node node) {
        this.target = target;
        this.place = place;
        this.node = node;
    }

    /** Something is wrong with the value being read. */
    void problem(ProblemCode code, String value, String write) {
        String at = place == null ? node.at() : place.at(node);
        problem(code, at, value, write, place == null ? node.spot() : place.spot(node));
    }

    /** Something is wrong at another place than the one that is read. */
    void problem(ProblemCode code, Reference.Other other) {
        problem(code, other.at(), other.code(), other.write(), other.spot());
    }

    /** Something is wrong at another place than the one that is read. */
    void problem(ProblemCode code, Reference other, String value, String write) {
        problem(code, other.at(node), value, write, other.spot(node));
    }

    /** Something is wrong that does not stand in the document. */
    void problem(ProblemCode code, String at, String value, String write) {
        problem(code, at, value, write, Optional.empty());
    }

    private void problem(ProblemCode code, String at, String value, String write, Optional<Spot> spot) {
        problems.add(new Problem(
                code, at, Optional.ofNullable(value), Optional.of(prefix + target.word()), fate, write, spot));
    }

    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    List<Problem> problems() {
        return problems;
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    /** Whether a problem of this field was told already. */
    boolean isTold(Target of) {
        return problems.stream().anyMatch(p -> p.field().orElse("").equals(prefix + of.word()));
    }

    /** Whether it has no value, or an empty list. */
    boolean lacks(Target of) {
        Object value = values[of.ordinal()];
        return value == null || value instanceof List<?> list && list.isEmpty();
    }

    String need(Target of) {
        return (String) values[of.ordinal()];
    }

    Optional<String> text(Target of) {
        return Optional.ofNullable((String) values[of.ordinal()]);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(Target of) {
        Object value = values[of.ordinal()];
        return value == null ? List.of() : (List<String>) value;
    }

    int units() {
        return (Integer) values[Target.QUANTITY.ordinal()];
    }

    Optional<Integer> quantity() {
        return Optional.ofNullable((Integer) values[Target.QUANTITY.ordinal()]);
    }

    Optional<LocalDate> date(Target of) {
        return Optional.ofNullable((LocalDate) values[of.ordinal()]);
    }

    Optional<Instant> moment(Target of) {
        return Optional.ofNullable((Instant) values[of.ordinal()]);
    }

    boolean truth(Target of) {
        return Boolean.TRUE.equals(values[of.ordinal()]);
    }

    @SuppressWarnings("unchecked")
    Optional<List<Canonical.Incoming>> incoming() {
        return Optional.ofNullable((List<Canonical.Incoming>) values[Target.INCOMING.ordinal()]);
    }
}
