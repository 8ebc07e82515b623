package io.quayside.inbox;

/** Names from outside: one clean path segment, or not to be trusted. */
final class CleanName {
    private static final int LONGEST = 255;

    private CleanName() {}

    /** The name as it may be shown, stored and used for a file of ours: clean names stay as they are. */
    static String of(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints()
                .limit(LONGEST)
                .map(c -> c == '/' || c == '\\' || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? '_'
                        : c)
                .forEach(clean::appendCodePoint);
        String text = clean.toString();
        return text.isBlank() || text.startsWith(".") ? "_" + text : text;
    }
}
