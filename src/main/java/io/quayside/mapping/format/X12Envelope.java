package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.mapping.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows ISA, GS, ST and their trailers through one interchange: counts, compares control numbers, and tells messages.
 * What is wrong with SE fells one message; what GE counts is told and fells nothing. Anything else amiss means that bytes
 * are missing, and fells all.
 */
final class X12Envelope {
    private final String at;
    private final String prefix;
    private final String control;
    private final EdiHandler handler;
    private final boolean told;

    private final List<Problem> miscounts = new ArrayList<>();

    private EdiGroup group;
    private int groups;
    private int answers;
    private String message;
    private boolean repeated;
    private int segments;
    private EdiCutter cutter;
    private boolean ended;
    private Optional<Problem> stretch = Optional.empty();

    /**
     * @param prefix what stands before the positions inside, to tell interchanges of one file apart
     * @param told whether messages are told at all
     */
    X12Envelope(String control, String prefix, EdiHandler handler, boolean told) {
        this.at = "ISA " + control;
        this.prefix = prefix;
        this.control = control;
        this.handler = handler;
        this.told = told;
    }

    /** Takes the next segment; a problem ends the interchange. */
    Optional<Problem> segment(Segment segment) {
        segments++;
        if (message != null) {
            return inMessage(segment);
        }
        if (stretch.isPresent() && !segment.tag().equals("IEA")) {
            return Optional.empty();
        }
        return switch (segment.tag()) {
            case "TA1" -> answered(segment);
            case "ISA", "ISB", "ISE" -> check(group == null, segment.tag() + " before GE", "GE");
            case "GS" -> openGroup(segment);
            case "ST" -> openMessage(segment);
            case "GE" -> closeGroup(segment);
            case "IEA" -> end(segment);
            default ->
                group == null
                        ? stretch(segment)
                        : fault(segment.tag() + " stands outside of a message", "ST before it");
        };
    }

    private Optional<Problem> answered(Segment segment) {
        Optional<Problem> fault = check(group == null, "TA1 before GE", "GE");
        if (told && fault.isEmpty()) {
            answers++;
            handler.answered(new Ta1(
                    at + " TA1 " + answers,
                    segment.text(1).strip(),
                    segment.text(4).strip(),
                    segment.text(5).strip()));
        }
        return fault;
    }

    /**
     * Something foreign between groups, most likely the damaged head of another interchange: what follows is passed over.
     * Where IEA agrees with the groups before it, nothing of this interchange is missing.
     */
    private Optional<Problem> stretch(Segment segment) {
        stretch = Optional.of(new Problem(
                ProblemCode.WRONG_FORMAT,
                at + " " + segment.tag(),
                Optional.of(segment.tag()),
                Optional.empty(),
                Optional.empty(),
                "GS, IEA or the next ISA behind a group; from here to IEA nothing is read"));
        return Optional.empty();
    }

    /** Whether IEA was there and right. */
    boolean ended() {
        return ended;
    }

    /**
     * That bytes are missing, and where they stop.
     *
     * @param atTrailer whether only the terminator of IEA is missing
     */
    Problem cut(boolean atTrailer) {
        if (atTrailer) {
            return incomplete(
                            "it ends inside IEA",
                            "a terminator behind IEA, or allow it in the mapping: lenient: [missing_last_terminator]")
                    .in(Spot.envelope("IEA", 0));
        }
        String place = message != null
                ? "inside ST " + message + ", after " + segments + " segments"
                : group != null ? "inside GS " + group.control() : "before IEA";
        return incomplete("it ends " + place, "the whole interchange, to its IEA")
                .in(Spot.envelope("IEA", 0));
    }

    /** That its bytes cannot be read as X12. */
    Problem broken(boolean tooLong, String write) {
        return new Problem(
                tooLong ? ProblemCode.TOO_LONG : ProblemCode.WRONG_FORMAT,
                here(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                write);
    }

    private Optional<Problem> inMessage(Segment segment) {
        return switch (segment.tag()) {
            case "SE" -> closeMessage(segment);
            case "ISA", "GS", "ST", "GE", "IEA" ->
                fault(segment.tag() + " stands inside ST " + message, "SE at the end of each message");
            default -> {
                if (told) {
                    cutter.segment(segment);
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<Problem> openGroup(Segment segment) {
        if (group != null) {
            return fault("GS before the GE of group " + group.control(), "GE at the end of each group");
        }
        group = new EdiGroup(segment);
        groups++;
        if (told) {
            handler.group(group.head());
        }
        return Optional.empty();
    }

    private Optional<Problem> openMessage(Segment segment) {
        if (group == null) {
            return fault("ST outside of a group", "GS before it");
        }
        message = segment.text(2).strip();
        repeated = group.repeats(number(message));
        segments = 1;
        if (told) {
            EdiMessage start = new EdiMessage(segment.text(1).strip(), message, group.version());
            cutter = new EdiCutter(start, prefix + "ST " + message, handler);
            cutter.segment(segment);
        }
        return Optional.empty();
    }

    private Optional<Problem> closeMessage(Segment segment) {
        if (told) {
            boolean tooLong = cutter.end();
            handler.messageEnds(
                    tooLong ? Optional.of(tooLong()) : miscount(segment).or(this::repeat));
        }
        message = null;
        return Optional.empty();
    }

    private Optional<Problem> closeGroup(Segment segment) {
        if (group == null) {
            return fault("GE without GS", "GS at the beginning of each group");
        }
        EdiGroup closed = group;
        group = null;
        boolean same = number(closed.control()).equals(number(segment.text(2)));
        if (told && same) {
            handler.groupEnds(segment.text(1).strip());
        }
        if (same && Counted.of(segment.text(1), closed.messages()) != Counted.RIGHT) {
            miscounts.add(problem(
                    ProblemCode.BAD_COUNT,
                    prefix + "GS " + closed.control(),
                    segment.text(1).strip(),
                    "GE/1",
                    "the number of messages in the group, here " + closed.messages()));
        }
        return check(same, "GE02 is " + segment.text(2) + ", GS06 is " + closed.control(), "the same in both");
    }

    private Optional<Problem> end(Segment segment) {
        boolean same = control.equals(segment.text(2).strip());
        Optional<Problem> fault = group != null
                ? fault("IEA before the GE of group " + group.control(), "GE")
                : Optional.<Problem>empty()
                        .or(() -> check(
                                        same,
                                        "IEA02 is " + segment.text(2) + ", ISA13 is " + control,
                                        "the same in both")
                                .map(p -> p.in(Spot.envelope("IEA", 2))))
                        .or(() -> check(
                                        Counted.of(segment.text(1), groups) == Counted.RIGHT,
                                        "IEA01 counts " + segment.text(1).strip() + " groups, there are " + groups,
                                        "the whole interchange with the right count")
                                .map(p -> p.in(Spot.envelope("IEA", 1))));
        ended = fault.isEmpty();
        if (ended && told) {
            stretch.ifPresent(handler::unreadable);
            miscounts.forEach(handler::groupMiscounted);
        }
        return fault;
    }

    private Optional<Problem> miscount(Segment trailer) {
        String said = trailer.text(1).strip();
        String number = trailer.text(2).strip();
        if (!number.equals(message)) {
            return Optional.of(badCount(number, "SE/2", "the control number of ST, " + message));
        } else if (Counted.of(said, segments) != Counted.RIGHT) {
            return Optional.of(badCount(said, "SE/1", "the number of segments from ST to SE, here " + segments));
        }
        return Optional.empty();
    }

    /** Two messages with one number cannot be told apart by who answers them: the first of them stands. */
    private Optional<Problem> repeat() {
        String write = "a control number that no other message of the group has";
        return repeated
                ? Optional.of(problem(ProblemCode.CONTROL_REUSED, prefix + "ST " + message, message, "ST/2", write))
                : Optional.empty();
    }

    private Problem badCount(String value, String field, String write) {
        return problem(ProblemCode.BAD_COUNT, prefix + "ST " + message, value, field, write);
    }

    private static Problem problem(ProblemCode code, String at, String value, String field, String write) {
        return new Problem(code, at, Optional.of(value), Optional.of(field), Optional.empty(), write);
    }

    private Problem tooLong() {
        return new Problem(
                ProblemCode.TOO_LONG,
                prefix + "ST " + message,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "a line with fewer segments: one of its loops is above 2 MB");
    }

    /** The segment that was read last. */
    private String here() {
        return message == null ? at : prefix + "ST " + message + ", after " + segments + " segments";
    }

    private Optional<Problem> check(boolean right, String what, String write) {
        return right ? Optional.empty() : fault(what, write);
    }

    private Optional<Problem> fault(String what, String write) {
        return Optional.of(incomplete(what, write));
    }

    private Problem incomplete(String what, String write) {
        return new Problem(
                ProblemCode.INCOMPLETE,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                write + " (" + what + ")");
    }

    /** Numbers of groups and messages may be padded with zeros. */
    private static String number(String text) {
        return text.strip().replaceFirst("^0+(?=.)", "");
    }
}
