package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.util.Map;
import java.util.Optional;

/** The codes of X12's acknowledgements (997, 999, TA1), and what they mean in plain words. One place for both ways. */
public final class X12Codes {
    public static final String ELEMENTS_WRONG = "8";
    public static final String SEGMENTS_WRONG = "5";
    public static final String NOT_SUPPORTED = "1";
    public static final String TRAILER_MISSING = "2";

    private static final Map<String, String> SEGMENT = Map.ofEntries(
            Map.entry("1", "unknown segment"),
            Map.entry("2", "unexpected segment"),
            Map.entry("3", "a mandatory segment is missing"),
            Map.entry("4", "the loop comes too often"),
            Map.entry("5", "the segment comes too often"),
            Map.entry("6", "the segment does not belong to this message"),
            Map.entry("7", "the segment is out of order"),
            Map.entry("8", "elements of the segment are wrong"));

    private static final Map<String, String> ELEMENT = Map.ofEntries(
            Map.entry("1", "a mandatory element is missing"),
            Map.entry("2", "an element is missing that another one asks for"),
            Map.entry("3", "too many elements"),
            Map.entry("4", "too short"),
            Map.entry("5", "too long"),
            Map.entry("6", "an invalid character"),
            Map.entry("7", "an invalid code value"),
            Map.entry("8", "an invalid date"),
            Map.entry("9", "an invalid time"),
            Map.entry("10", "elements that exclude each other"),
            Map.entry("12", "too many repetitions"),
            Map.entry("13", "too many components"));

    private static final Map<String, String> SET = Map.ofEntries(
            Map.entry("1", "the message is not supported"),
            Map.entry("2", "its trailer is missing"),
            Map.entry("3", "the control numbers of ST and SE differ"),
            Map.entry("4", "SE counts other than there are segments"),
            Map.entry("5", "segments are wrong"),
            Map.entry("6", "its type is missing or wrong"),
            Map.entry("7", "its control number is missing or wrong"),
            Map.entry("23", "its control number is not unique in the group"));

    private static final Map<String, String> GROUP = Map.of(
            "1", "the group is not supported",
            "2", "the version of the group is not supported",
            "3", "the trailer of the group is missing",
            "4", "the control numbers of GS and GE differ",
            "5", "GE counts other than there are messages",
            "6", "the control number of the group is wrong");

    private static final Map<String, String> INTERCHANGE = Map.ofEntries(
            Map.entry("001", "the control numbers of ISA and IEA differ"),
            Map.entry("005", "the sender's qualifier is wrong"),
            Map.entry("006", "the sender is not known"),
            Map.entry("007", "the receiver's qualifier is wrong"),
            Map.entry("008", "the receiver is not known"),
            Map.entry("018", "the control number is wrong"),
            Map.entry("020", "the usage, test or production, is not the one agreed"),
            Map.entry("021", "IEA counts other than there are groups"),
            Map.entry("022", "the envelope is wrong"),
            Map.entry("023", "the interchange ends too early"),
            Map.entry("024", "the content of the interchange is wrong"),
            Map.entry("025", "the control number was used before"));

    private X12Codes() {}

    /** AK304 of a whole segment, or AK403 of an element. */
    public static String fault(Problem problem) {
        boolean isElement = problem.spot().filter(spot -> spot.element() > 0).isPresent();
        if (!isElement) {
            return problem.value().isEmpty() ? "3" : ELEMENTS_WRONG;
        }
        if (problem.value().isEmpty()) {
            return "1";
        }
        return switch (problem.code()) {
            case BAD_NUMBER, WRONG_FORMAT -> "6";
            case BAD_DATE -> "8";
            case TOO_LONG -> "5";
            default -> "7";
        };
    }

    /** AK502, for a message that falls as a whole. */
    public static String set(Problem problem) {
        return switch (problem.field().orElse("")) {
            case "SE/1" -> "4";
            case "SE/2" -> "3";
            case "ST/2" -> "23";
            default -> SEGMENTS_WRONG;
        };
    }

    /** TA105, for an interchange that falls as a whole. */
    public static String interchange(Problem problem) {
        String place = problem.spot().map(spot -> spot.tag() + spot.element()).orElse("");
        return switch (place) {
            case "IEA0" -> "023";
            case "IEA1" -> "021";
            case "IEA2" -> "001";
            case "ISA6" -> "006";
            case "ISA8" -> "008";
            case "ISA15" -> "020";
            default -> problem.code() == ProblemCode.INCOMPLETE ? "022" : "024";
        };
    }

    static String ofSegment(String code) {
        return words(SEGMENT, code);
    }

    static String ofElement(String code) {
        return words(ELEMENT, code);
    }

    static String ofSet(String code) {
        return words(SET, code);
    }

    static String ofGroup(String code) {
        return words(GROUP, code);
    }

    static String ofInterchange(String code) {
        return words(INTERCHANGE, code);
    }

    private static String words(Map<String, String> meanings, String code) {
        return Optional.ofNullable(meanings.get(code))
                .map(meaning -> meaning + " (code " + code + ")")
                .orElse("code " + code);
    }
}
