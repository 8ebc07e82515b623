package io.quayside.mapping.format;

import io.quayside.mapping.format.EdiPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a path from left to right and says of a wrong one where it goes wrong and what to write. */
final class EdiPathParser {
    private static final Pattern UP = Pattern.compile("\\^(message|[A-Z0-9]{1,3})/");
    private static final Pattern ELEMENT = Pattern.compile("/([1-9]\\d?)(?:\\.([1-9]\\d?))?\\*?$");
    private static final Pattern QUALIFIED = Pattern.compile("~([A-Z0-9]{1,3})\\*?$");
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
            up = Optional.of(next(UP).orElseThrow(
                            () -> wrong("a level or `message` after ^ and a slash: ^O/PRF/1, ^message/BIA/2"))
                    .group(1));
        }
        List<Step> steps = new ArrayList<>();
        Optional<MatchResult> separator = Optional.empty();
        do {
            MatchResult segment = next(SegmentPattern.SYNTAX)
                    .orElseThrow(() -> wrong("a segment's tag in capitals, for example LIN or QTY[33]"));
            boolean follows =
                    separator.filter(match -> match.group().equals(">")).isPresent();
            steps.add(new Step(SegmentPattern.of(segment, tree), follows));
            separator = next(SEPARATOR);
        } while (separator.isPresent());
        Optional<MatchResult> qualified = next(QUALIFIED);
        Optional<MatchResult> element = next(ELEMENT);
        boolean every = qualified
                .or(() -> element)
                .filter(match -> match.group().endsWith("*"))
                .isPresent();
        Pick pick = qualified
                .<Pick>map(match -> new Pick.Qualified(match.group(1)))
                .or(() -> element.map(EdiPathParser::element))
                .orElseThrow(() -> noElement(steps.get(steps.size() - 1).segment()));
        return new EdiPath(up.map(key -> key.equals("message") ? "" : key), List.copyOf(steps), pick, every);
    }

    private static Pick element(MatchResult match) {
        int component = match.group(2) == null ? 1 : Integer.parseInt(match.group(2));
        return new Pick.Element(Integer.parseInt(match.group(1)), component);
    }

    private Optional<MatchResult> next(Pattern pattern) {
        rest.usePattern(pattern);
        if (!rest.lookingAt()) {
            return Optional.empty();
        }
        MatchResult found = rest.toMatchResult();
        rest.region(rest.end(), text.length());
        return Optional.of(found);
    }

    private IllegalArgumentException noElement(SegmentPattern last) {
        return wrong("which element you mean, for example " + last + "/1, " + last + "/1.2 or " + last + "~VN"
                + ", with * at the end for all repeats");
    }

    private IllegalArgumentException wrong(String write) {
        String from = text.substring(rest.regionStart());
        String place = from.isEmpty() ? "ends too early" : "goes wrong at `" + from + "`";
        return new IllegalArgumentException("the path `" + text + "` " + place + ": write " + write);
    }
}
