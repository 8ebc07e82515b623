package io.quayside.mapping.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles JSON paths: {@code incoming[*].qty}, {@code ^.tracking}, {@code $.meta.total}, {@code stock["DC 1.0"]}. */
final class JsonPathParser {
    private static final Pattern STEP = Pattern.compile(
            "\\.?([^.\\[\\]^$*\"\\s][^.\\[\\]]*)" + "|\\[(\\*)]" + "|\\[([0-9]{1,6})]" + "|\\[\"([^\"]*)\"]");

    private final String text;
    private int at;

    JsonPathParser(String text) {
        this.text = text;
    }

    JsonPath parse() {
        int ups = start();
        List<JsonStep> steps = new ArrayList<>();
        if (at < text.length() && !text.substring(at).equals(".")) {
            Matcher match = STEP.matcher(text);
            while (at < text.length()) {
                match.region(at, text.length());
                if (!match.lookingAt()) {
                    throw wrong();
                }
                steps.add(step(match));
                at = match.end();
            }
        }
        return new JsonPath(ups, steps);
    }

    /** How many objects it goes up before it goes down. */
    private int start() {
        if (text.startsWith("$")) {
            at = 1;
            return JsonPath.TOP;
        }
        int ups = 0;
        while (text.startsWith("^", at) || ups > 0 && text.startsWith(".^", at)) {
            at += text.charAt(at) == '.' ? 2 : 1;
            ups++;
        }
        if (text.isEmpty() || ups == 0 && text.startsWith(".") && text.length() > 1) {
            throw wrong();
        }
        return ups;
    }

    private static JsonStep step(Matcher match) {
        if (match.group(2) != null) {
            return new JsonStep.Every();
        }
        if (match.group(3) != null) {
            return new JsonStep.Index(Integer.parseInt(match.group(3)));
        }
        return new JsonStep.Key(
                match.group(1) == null ? match.group(4) : match.group(1).strip());
    }

    private IllegalArgumentException wrong() {
        String where = at == 0 || at >= text.length() ? "" : " at `" + text.substring(at) + "`";
        return new IllegalArgumentException("`" + text + "` goes wrong" + where
                + ": write names with dots between, [*] for every value of a list, ^ for the object around it, $ for the top,"
                + " for example sku, incoming[*].qty, ^.tracking or $.meta.at");
    }
}
