package io.quayside.inbox;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.mapping.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Problems of one document: the first ten thousand are remembered, all are counted. */
final class Findings {
    /** As many are stored with a document; the rest are only counted. */
    static final int MOST = 10_000;

    private static final int LONGEST_VALUE = 255;

    private final List<Told> told = new ArrayList<>();
    private int count;
    private int lines;

    /** {@code message} is what the problem was told of; 0 for none. */
    private record Told(int message, Problem problem) {}

    void add(Problem problem) {
        add(0, problem);
    }

    void add(int message, Problem problem) {
        count++;
        if (told.size() < MOST) {
            told.add(new Told(message, problem));
        }
    }

    /** A message fell as a whole: the {@code number} problems of its lines do not matter any more. */
    void forgetLines(int message, int number) {
        count -= number;
        told.removeIf(t -> t.message == message && t.problem.line().isPresent());
    }

    /** A line of a message: where it stands, in our words and as X12 counts it. */
    record Line(int message, String at, Optional<Spot> spot) {}

    /** A line that was read well but is held. */
    void line(Line line, ProblemCode code, String value, String field, String write) {
        lines++;
        add(
                line.message(),
                new Problem(
                        code,
                        line.at(),
                        Optional.of(shortened(value)),
                        Optional.of(field),
                        Optional.of("held"),
                        write,
                        line.spot()));
    }

    /** Something wrong with the document as a whole. */
    void whole(ProblemCode code, String at, String value, String write) {
        add(new Problem(code, at, Optional.of(shortened(value)), Optional.empty(), Optional.empty(), write));
    }

    /** Problems beyond those remembered. */
    void more(int further) {
        count += further;
        lines += further;
    }

    int count() {
        return count;
    }

    /** How many lines were read well but are held. */
    int lines() {
        return lines;
    }

    /** Those that were told of messages, by message. */
    Map<Integer, List<Problem>> byMessage() {
        return told.stream()
                .collect(Collectors.groupingBy(Told::message, Collectors.mapping(Told::problem, Collectors.toList())));
    }

    List<Problem> problems() {
        return told.stream().map(Told::problem).toList();
    }

    static String shortened(String value) {
        String clean = value.replace("\0", "");
        return clean.length() <= LONGEST_VALUE ? clean : clean.substring(0, LONGEST_VALUE) + "…";
    }
}
