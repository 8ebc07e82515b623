package io.quayside.mapping.format;

import io.quayside.mapping.Answered;
import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what partners say of our interchanges: 997, 999 (whose segments begin with IK) and TA1. What it does not know it
 * passes over. One message, once.
 */
public final class AnswerReader {
    private static final Set<String> ACCEPTED = Set.of("A", "E");
    private static final Set<String> REFUSED = Set.of("R", "M", "W", "X", "P");

    private final String at;
    private final List<Answered> answers = new ArrayList<>();
    private Segment group;
    private List<Problem> problems = new ArrayList<>();
    private String set = "";
    private String segment = "";
    private boolean judged;
    private boolean refused;

    private AnswerReader(String at) {
        this.at = at;
    }

    /** Whether messages of this type answer what we sent. */
    public static boolean reads(String type) {
        return type.equals("997") || type.equals("999");
    }

    /** What a 997 or 999 says, one for each group; empty where it is too long to be held. */
    public static Optional<List<Answered>> read(EdiLoop message) {
        if (message.length() >= EdiCutter.LARGEST_LOOP) {
            return Optional.empty();
        }
        AnswerReader reader = new AnswerReader(message.at());
        message.segments().forEach(reader::take);
        reader.end();
        return Optional.of(reader.answers);
    }

    /** What a TA1 says. */
    public static Answered read(Ta1 answer) {
        boolean accepted = ACCEPTED.contains(answer.code());
        List<Problem> problems = answer.note().isEmpty() || answer.note().equals("000")
                ? List.of()
                : List.of(problem("ISA " + answer.control(), "", X12Codes.ofInterchange(answer.note())));
        return new Answered(answer.at(), "", answer.control(), accepted, problems);
    }

    private void take(Segment next) {
        if (next.tag().equals("AK1")) {
            end();
            group = next;
        } else if (group != null) {
            switch (next.tag()) {
                case "AK2" -> set = "ST " + next.text(2).strip();
                case "AK3", "IK3" -> segment(next);
                case "AK4", "IK4" -> element(next);
                case "AK5", "IK5" -> setEnds(next);
                case "AK9" -> groupEnds(next);
                default -> {}
            }
        }
    }

    private void segment(Segment next) {
        segment = set + " segment " + next.text(2).strip() + " " + next.text(1).strip();
        String code = next.text(4).strip();
        if (!code.equals(X12Codes.ELEMENTS_WRONG)) {
            problems.add(problem(segment, "", X12Codes.ofSegment(code)));
        }
    }

    private void element(Segment next) {
        String component = next.values().stream()
                .filter(value -> value.element() == 1 && value.component() == 2)
                .map(value -> "." + value.text().strip())
                .findFirst()
                .orElse("");
        problems.add(problem(
                segment + " element " + next.text(1).strip() + component,
                next.text(4).strip(),
                X12Codes.ofElement(next.text(3).strip())));
    }

    private void setEnds(Segment next) {
        judge(next);
        for (int element = 2; element <= 6; element++) {
            String code = next.text(element).strip();
            if (!code.isEmpty() && !code.equals(X12Codes.SEGMENTS_WRONG)) {
                problems.add(problem(set, "", X12Codes.ofSet(code)));
            }
        }
    }

    private void groupEnds(Segment next) {
        judge(next);
        for (int element = 5; element <= 9; element++) {
            String code = next.text(element).strip();
            if (!code.isEmpty()) {
                problems.add(problem("GS " + group.text(2).strip(), "", X12Codes.ofGroup(code)));
            }
        }
    }

    private void judge(Segment verdict) {
        String code = verdict.text(1).strip();
        judged |= ACCEPTED.contains(code) || REFUSED.contains(code);
        refused |= REFUSED.contains(code);
    }

    private void end() {
        if (group != null && judged) {
            answers.add(new Answered(
                    at + " AK1 " + (answers.size() + 1),
                    group.text(1).strip(),
                    group.text(2).strip(),
                    !refused,
                    List.copyOf(problems)));
        }
        group = null;
        problems = new ArrayList<>();
        set = "";
        segment = "";
        judged = false;
        refused = false;
    }

    private static Problem problem(String at, String value, String words) {
        return new Problem(
                ProblemCode.REFUSED,
                at.strip(),
                Optional.of(value).filter(v -> !v.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                "the partner says: " + words);
    }
}
