package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.util.Optional;

/**
 * Follows ISA, GS, ST and their trailers through one interchange: counts, compares control numbers, and tells messages.
 * A wrong count of segments fells one message; anything else amiss means that bytes are missing, and fells all.
 */
final class X12Envelope {
    private final String at;
    private final String prefix;
    private final String control;
    private final EdiHandler handler;
    private final boolean told;

    private String group;
    private String groupVersion = "";
    private int groups;
    private int messages;
    private String message;
    private int segments;
    private EdiCutter cutter;
    private boolean ended;

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
        return switch (segment.tag()) {
            case "ISA", "TA1", "ISB", "ISE" -> check(group == null, segment.tag() + " before GE", "GE");
            case "GS" -> openGroup(segment);
            case "ST" -> openMessage(segment);
            case "GE" -> closeGroup(segment);
            case "IEA" -> end(segment);
            default -> fault(segment.tag() + " stands outside of a message", "ST before it");
        };
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
                    "a terminator behind IEA, or allow it in the mapping: lenient: [missing_last_terminator]");
        }
        String place = message != null
                ? "inside ST " + message + ", after " + segments + " segments"
                : group != null ? "inside GS " + group : "before IEA";
        return incomplete("it ends " + place, "the whole interchange, to its IEA");
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
            return fault("GS before the GE of group " + group, "GE at the end of each group");
        }
        group = segment.text(6).strip();
        groupVersion = segment.text(8).strip();
        messages = 0;
        groups++;
        return Optional.empty();
    }

    private Optional<Problem> openMessage(Segment segment) {
        if (group == null) {
            return fault("ST outside of a group", "GS before it");
        }
        message = segment.text(2).strip();
        messages++;
        segments = 1;
        if (told) {
            EdiMessage start = new EdiMessage(segment.text(1).strip(), message, groupVersion);
            cutter = new EdiCutter(start, prefix + "ST " + message, handler);
            cutter.segment(segment);
        }
        return Optional.empty();
    }

    private Optional<Problem> closeMessage(Segment segment) {
        if (told) {
            boolean tooLong = cutter.end();
            handler.messageEnds(tooLong ? Optional.of(tooLong()) : miscount(segment));
        }
        message = null;
        return Optional.empty();
    }

    private Optional<Problem> closeGroup(Segment segment) {
        if (group == null) {
            return fault("GE without GS", "GS at the beginning of each group");
        }
        boolean same = number(group).equals(number(segment.text(2)));
        Optional<Problem> fault = check(same, "GE02 is " + segment.text(2) + ", GS06 is " + group, "the same in both")
                .or(() -> counted(segment, messages, "messages"));
        group = null;
        return fault;
    }

    private Optional<Problem> end(Segment segment) {
        boolean same = control.equals(segment.text(2).strip());
        Optional<Problem> fault = check(group == null, "IEA before the GE of group " + group, "GE")
                .or(() -> check(same, "IEA02 is " + segment.text(2) + ", ISA13 is " + control, "the same in both"))
                .or(() -> counted(segment, groups, "groups"));
        ended = fault.isEmpty();
        return fault;
    }

    private Optional<Problem> counted(Segment trailer, int read, String what) {
        String said = trailer.text(1).strip();
        return check(
                number(said).equals(String.valueOf(read)),
                trailer.tag() + "01 counts " + said + " " + what + ", there are " + read,
                "the whole interchange with the right count");
    }

    private Optional<Problem> miscount(Segment trailer) {
        String said = trailer.text(1).strip();
        String number = trailer.text(2).strip();
        if (!number.equals(message)) {
            return Optional.of(badCount(number, "SE/2", "the control number of ST, " + message));
        } else if (!number(said).equals(String.valueOf(segments))) {
            return Optional.of(badCount(said, "SE/1", "the number of segments from ST to SE, here " + segments));
        }
        return Optional.empty();
    }

    private Problem badCount(String value, String field, String write) {
        return new Problem(
                ProblemCode.BAD_COUNT,
                prefix + "ST " + message,
                Optional.of(value),
                Optional.of(field),
                Optional.empty(),
                write);
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

    /** Group numbers and counts may be padded with zeros. */
    private static String number(String text) {
        return text.strip().replaceFirst("^0+(?=.)", "");
    }
}
