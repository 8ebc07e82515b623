package io.quayside.web.pages;

import java.util.List;

/**
 * A window on a document's bytes, in lines that a person can read: lines of text, segments of EDI, or rows of sixteen bytes.
 *
 * @param whole whether the document ends within the window
 * @param cutOff whether there is more that is too far in to be shown
 * @param bytes up to the end of the window, without a gzip around them
 */
record Raw(Form form, List<Line> lines, boolean whole, boolean cutOff, long bytes, Positions positions) {
    /** What one line is. */
    enum Form {
        LINES("lines"),
        SEGMENTS("segments"),
        BYTES("bytes, in rows of sixteen");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** A line by its number, from 1; {@code more} counts the bytes of a very long one that are not shown. */
    record Line(int n, String text, int more) {}

    int first() {
        return lines.isEmpty() ? 1 : lines.get(0).n();
    }

    int last() {
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).n();
    }
}
