package io.quayside.mapping.format;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as X12 can carry it: printable ASCII without our delimiters. Accents are dropped, letters that stand for two are
 * written as two (ß is ss), and what is left over becomes a blank. Pure.
 */
public final class X12Text {
    private static final Pattern CLEAN = Pattern.compile("[ -~&&[^*>~]]*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN = Pattern.compile("[^ -~]");
    private static final Pattern OURS = Pattern.compile("[*>~]");
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("ẞ", "SS"),
            Map.entry("æ", "ae"),
            Map.entry("Æ", "AE"),
            Map.entry("œ", "oe"),
            Map.entry("Œ", "OE"),
            Map.entry("ø", "o"),
            Map.entry("Ø", "O"),
            Map.entry("ł", "l"),
            Map.entry("Ł", "L"),
            Map.entry("đ", "d"),
            Map.entry("Đ", "D"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("Þ", "Th"),
            Map.entry("ı", "i"),
            Map.entry("‘", "'"),
            Map.entry("’", "'"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("…", "..."),
            Map.entry("€", "EUR"));

    private X12Text() {}

    /** Whether it can be written as it is. */
    public static boolean isClean(String text) {
        return CLEAN.matcher(text).matches();
    }

    /** The nearest letters of ASCII; what has none is a blank. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(c -> letters.append(LETTERS.getOrDefault(c, c)));
        String bare = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFKD))
                .replaceAll("");
        return FOREIGN.matcher(bare).replaceAll(" ");
    }

    /** The nearest text that can be written, without blanks around it. */
    public static String clean(String text) {
        if (isClean(text)) {
            return text.strip();
        }
        return OURS.matcher(letters(text)).replaceAll(" ").strip();
    }
}
