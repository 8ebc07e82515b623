package io.quayside.routes;

import java.util.regex.Pattern;

/** Takes what may be a secret out of a sentence: messages of libraries quote whole URIs, passwords and all. */
final class Secrets {
    private static final String HIDDEN = "$1…";
    private static final Pattern RAW = Pattern.compile("RAW[({].*?[)}](?=&\\w+=|[\\s\\],;'\"]|$)");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)((?:password|passphrase|secret|token|api_?key|authorization|credentials?)\"?\\s*[=:]\\s*\"?)[^&\\s\"',;\\]}]+");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/\\s:@]*:)[^/\\s]*(?=@)");

    private Secrets() {}

    /** The sentence without them. */
    static String hidden(String sentence) {
        String text = RAW.matcher(sentence).replaceAll("…");
        text = USER_INFO.matcher(text).replaceAll(HIDDEN);
        return PARAMETER.matcher(text).replaceAll(HIDDEN);
    }
}
