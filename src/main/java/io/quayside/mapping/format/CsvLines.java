package io.quayside.mapping.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** What the CSV parser calls, value by value: fills one row again and again, and makes strings only of what is wanted. */
final class CsvLines extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private final CsvRow row = new CsvRow();
    private final List<String> skipStarting;
    private final boolean skipFirst;
    private final List<String> texts = new ArrayList<>();
    private boolean keepTexts = true;
    private int width = Integer.MAX_VALUE;
    private long first;
    private long last;
    private boolean blank;
    private boolean skipped;
    private boolean wide;

    /** {@code skipFirst}: the first line of the file speaks of the file and is passed over. */
    CsvLines(List<String> skipStarting, boolean skipFirst) {
        this.skipStarting = skipStarting;
        this.skipFirst = skipFirst;
    }

    /** The header has been read: {@code columns} are wanted of the lines that follow. */
    void want(List<String> names, int[] columns, boolean bounded) {
        row.want(names.toArray(String[]::new), columns);
        width = bounded ? names.size() : Integer.MAX_VALUE;
        keepTexts = false;
    }

    @Override
    protected void handleBegin(long line) {
        first = line;
        last = line;
        blank = true;
        skipped = skipFirst && line == 1;
        wide = false;
        texts.clear();
        row.begin(line);
    }

    @Override
    protected void handleField(int column, char[] chars, int offset, int length, boolean quoted) {
        if (blank && length > 0) {
            blank = isBlank(chars, offset, length);
        }
        if (column == 0 && !skipped && !skipStarting.isEmpty()) {
            skipped = starts(chars, offset, offset + length);
        }
        if (quoted) {
            last += newlines(chars, offset, length);
        }
        if (column >= width && !isBlank(chars, offset, length)) {
            wide = true;
        }
        if (keepTexts) {
            texts.add(new String(chars, offset, length));
        }
        row.add(column, chars, offset, length);
    }

    @Override
    protected CsvRow buildRecord() {
        return row;
    }

    /** All values of the line, until columns are wanted. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    /** Whether nothing stands in the line but delimiters. */
    boolean isBlank() {
        return blank;
    }

    /** Whether the line begins as lines do that are passed over. */
    boolean isSkipped() {
        return skipped;
    }

    /** Whether the line has more values than the header. */
    boolean isWide() {
        return wide;
    }

    /** The first line of the file that belongs to the row. */
    long first() {
        return first;
    }

    /** The last line of the file that belongs to the row. */
    long last() {
        return last;
    }

    private boolean starts(char[] chars, int begin, int end) {
        int from = begin;
        while (from < end && Character.isWhitespace(chars[from])) {
            from++;
        }
        for (String start : skipStarting) {
            if (starts(chars, from, end, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(char[] chars, int from, int end, String start) {
        if (end - from < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (chars[from + i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!Character.isWhitespace(chars[i])) {
                return false;
            }
        }
        return true;
    }

    private static long newlines(char[] chars, int offset, int length) {
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            count += chars[i] == '\n' || chars[i] == '\r' && (i + 1 == offset + length || chars[i + 1] != '\n') ? 1 : 0;
        }
        return count;
    }
}
