package io.quayside.mapping.format;

import java.util.BitSet;

/**
 * Cuts lines of more than a million characters short, remembers which, and knows what the last character was. A file may
 * be one line of a gigabyte: nothing above this ever holds more than one piece of it.
 */
final class LongLines {
    /** Most characters that a line of a table may have. */
    static final int MOST = 1_000_000;

    private final int longest;
    private final BitSet cut = new BitSet();
    private int line = 1;
    private int length;
    private char last;

    LongLines(int longest) {
        this.longest = longest;
    }

    /** Keeps what may stay of the first {@code count} characters, in place; answers how many. */
    int keep(char[] chars, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            char c = chars[i];
            if (c == '\n' || c == '\r') {
                line += c == '\r' || last != '\r' ? 1 : 0;
                length = 0;
                chars[kept++] = c;
            } else if (length < longest) {
                length++;
                chars[kept++] = c;
            } else {
                cut.set(line);
            }
            last = c;
        }
        return kept;
    }

    /** The line that the next of these characters is in; nothing is remembered. */
    int linesIn(char[] chars, int count) {
        int at = line;
        for (int i = 0; i < count; i++) {
            at += chars[i] == '\r' || chars[i] == '\n' && (i == 0 ? last : chars[i - 1]) != '\r' ? 1 : 0;
        }
        return at;
    }

    /** Whether a line of {@code first} to {@code last} was cut. */
    boolean isCut(long first, long last) {
        int next = cut.nextSetBit((int) first);
        return next >= 0 && next <= last;
    }

    boolean endsWithNewline() {
        return last == '\n' || last == '\r';
    }

    /** The line under way. */
    int line() {
        return line;
    }
}
