package io.quayside.mapping.format;

import io.quayside.mapping.format.EdiPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a path from left to right and says of a wrong one where it goes wrong and what to write. */
final class EdiPathParser {
    private static final Pattern UP = Pattern.compile("\\^(message|[A-Z0-9]{1,3})/");
    private static final Pattern ELEMENT = Pattern.compile("/([1-9]\\d?)(?:\\.([1-9]\\d?))?(\\*?)$");
    private static final Pattern QUALIFIED = Pattern.compile("~([A-Z0-9]{1,3})(\\*?)$");
    private static final Pattern SEPARATOR = Pattern.compile("[/>](?=[A-Z])");

    private final String text;
    private final EdiTree tree;
    private final Matcher rest;

    EdiPathParser(String text, EdiTree tree) {
        this.text = text;
        this.tree = tree;
        this.rest = UP.matcher(text);
    }

    EdiPath parse() {
        Optional<String> up = Optional.empty();
        if (text.startsWith("^")) {
            if (!next(UP)) {
                throw wrong("a level or `message` after ^ and a slash, for example ^O/PRF/1 or ^message/BIA/2");
            }
            up = Optional.of(rest.group(1).equals("message") ? "" : rest.group(1));
        }
        List<Step> steps = new ArrayList<>();
        boolean follows = false;
        do {
            if (!next(SegmentTest.SYNTAX)) {
                throw wrong("a segment's tag in capitals, for example LIN or QTY[33]");
            }
            steps.add(new Step(SegmentTest.of(rest, tree), follows));
            boolean further = next(SEPARATOR);
            follows = further && rest.group().equals(">");
            if (!further) {
                break;
            }
        } while (true);
        if (next(ELEMENT)) {
            int component = rest.group(2) == null ? 1 : Integer.parseInt(rest.group(2));
            Pick pick = new Pick.Element(Integer.parseInt(rest.group(1)), component);
            return new EdiPath(up, List.copyOf(steps), pick, !rest.group(3).isEmpty());
        }
        if (next(QUALIFIED)) {
            Pick pick = new Pick.Qualified(rest.group(1));
            return new EdiPath(up, List.copyOf(steps), pick, !rest.group(2).isEmpty());
        }
        String last = steps.get(steps.size() - 1).test().toString();
        throw wrong("which element you mean, for example " + last + "/1, " + last + "/1.2 or " + last + "~VN"
                + ", with * at the end for all repeats");
    }

    private boolean next(Pattern pattern) {
        rest.usePattern(pattern);
        boolean found = rest.lookingAt();
        if (found) {
            rest.region(rest.end(), text.length());
        }
        return found;
    }

    private IllegalArgumentException wrong(String write) {
        String from = text.substring(rest.regionStart());
        String place = from.isEmpty() ? "ends too early" : "goes wrong at `" + from + "`";
        return new IllegalArgumentException("the path `" + text + "` " + place + ": write " + write);
    }
}
