package io.quayside.routes;

import io.quayside.mapping.format.JsonGlance;
import io.quayside.mapping.format.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page must say to be no failure, whatever its status: the parameter {@code ok} of the kamelet feed-http.
 *
 * @param words which the value may have; empty where it is only asked whether there is one
 */
record OkRule(JsonPath path, List<String> words, boolean present) {
    private static final Pattern SYNTAX = Pattern.compile("(\\S+)\\s+(?:(present|absent)|(is|in)\\s+(.+))");

    /** Reads the parameter; an empty one asks nothing. */
    static List<OkRule> of(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().split("\\s+and\\s+"))
                        .map(OkRule::one)
                        .toList();
    }

    private static OkRule one(String text) {
        Matcher match = SYNTAX.matcher(text);
        if (match.matches() && JsonGlance.isPlain(JsonPath.parse(match.group(1)))) {
            List<String> words = match.group(4) == null
                    ? List.of()
                    : match.group(3).equals("is")
                            ? List.of(match.group(4).strip())
                            : Arrays.stream(match.group(4).split(","))
                                    .map(String::strip)
                                    .toList();
            return new OkRule(JsonPath.parse(match.group(1)), words, !"absent".equals(match.group(2)));
        }
        throw new IllegalArgumentException("ok: write a path and what it must be, for example"
                + " $.status is success, $.code in 0,200, $.data present or $.error absent, with and between, not "
                + text);
    }

    /** What is wrong with the page; empty where nothing is. */
    Optional<String> failure(Map<JsonPath, JsonGlance.Seen> seen) {
        JsonGlance.Seen found = seen.get(path);
        String shown = found == null ? "nothing" : found.text().orElse("an object or a list");
        boolean good = words.isEmpty()
                ? (found != null) == present
                : found != null && found.text().filter(words::contains).isPresent();
        return good ? Optional.empty() : Optional.of(shown.length() <= 100 ? shown : shown.substring(0, 100) + "…");
    }
}
