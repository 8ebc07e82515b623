package io.quayside.inbox;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Problems of one document: the first ten thousand are remembered, all are counted. */
final class Findings {
    /** As many are stored with a document; the rest are only counted. */
    static final int MOST = 10_000;

    private static final int LONGEST_VALUE = 255;

    private final List<Problem> problems = new ArrayList<>();
    private int count;
    private int lines;

    void add(Problem problem) {
        count++;
        if (problem.line().isPresent()) {
            lines++;
        }
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    /** A line that is held. */
    void line(ProblemCode code, String at, String value, String field, String write) {
        add(new Problem(code, at, Optional.of(shortened(value)), Optional.of(field), Optional.of("held"), write));
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

    /** So many of the problems told were of lines that had been told of before. */
    void sameLines(int repeated) {
        lines -= repeated;
    }

    int count() {
        return count;
    }

    /** How many lines gave no record. */
    int lines() {
        return lines;
    }

    List<Problem> problems() {
        return problems;
    }

    static String shortened(String value) {
        String clean = value.replace("\0", "");
        return clean.length() <= LONGEST_VALUE ? clean : clean.substring(0, LONGEST_VALUE) + "…";
    }
}
