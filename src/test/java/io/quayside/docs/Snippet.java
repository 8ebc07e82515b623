package io.quayside.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page, and what the page says of it.
 *
 * @param line of the fence, from 1
 * @param language behind the fence; empty for drawings
 * @param caption the last text before the block
 * @param elsewhere who runs it, where a comment before the block says that it is not this test
 * @param shows what its output must hold, by comments behind the block
 */
record Snippet(int line, String language, String text, String caption, Optional<String> elsewhere, List<String> shows) {
    private static final Pattern SHOWS = Pattern.compile("<!-- shows: (.*) -->");
    private static final Pattern ELSEWHERE = Pattern.compile("<!-- elsewhere: (.*) -->");
    private static final Pattern FILE = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+)`");
    private static final Pattern ANSWER = Pattern.compile("`GET (/[^` ]*)`");

    static List<Snippet> of(List<String> page) {
        List<Snippet> found = new ArrayList<>();
        String caption = "";
        Optional<String> elsewhere = Optional.empty();
        for (int n = 0; n < page.size(); n++) {
            String line = page.get(n);
            Matcher marked = ELSEWHERE.matcher(line);
            if (line.startsWith("```")) {
                int end = n + 1;
                while (!page.get(end).equals("```")) {
                    end++;
                }
                List<String> shows = shows(page, end + 1);
                String text = String.join("\n", page.subList(n + 1, end)) + "\n";
                found.add(new Snippet(n + 1, line.substring(3).strip(), text, caption, elsewhere, shows));
                n = end;
                elsewhere = Optional.empty();
            } else if (marked.matches()) {
                elsewhere = Optional.of(marked.group(1));
            } else if (!line.isBlank() && !line.startsWith("<!--")) {
                caption = line;
            }
        }
        return found;
    }

    private static List<String> shows(List<String> page, int from) {
        List<String> shows = new ArrayList<>();
        for (int n = from; n < page.size(); n++) {
            Matcher matcher = SHOWS.matcher(page.get(n));
            if (!matcher.matches()) {
                break;
            }
            shows.add(matcher.group(1));
        }
        return shows;
    }

    /** What the output must hold: the empty text where the page says nothing of it. */
    List<String> looksFor() {
        return shows.isEmpty() ? List.of("") : shows;
    }

    boolean isRun() {
        return language.equals("sh");
    }

    /** The file that it is, as its caption names it. */
    Optional<String> file() {
        return last(FILE);
    }

    /** The path of the partner's API that it is the answer of. */
    Optional<String> answerOf() {
        return last(ANSWER);
    }

    private Optional<String> last(Pattern pattern) {
        return pattern.matcher(caption).results().map(m -> m.group(1)).reduce((a, b) -> b);
    }
}
