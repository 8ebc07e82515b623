package io.quayside.mapping.format;

/** One line's values (a line of the file, or more where a quoted value holds newlines). Reused from line to line. */
public final class CsvRow implements Node {
    private static final String[] NONE = {};

    private String[] values = NONE;
    private boolean[] present = {};
    private boolean[] wanted = {};
    private String[] names = NONE;
    private long line;
    private int count;
    private int pivot = -1;

    /** Values of these columns only are kept from here on. */
    void want(String[] names, int[] columns) {
        this.names = names;
        this.wanted = new boolean[names.length];
        for (int column : columns) {
            wanted[column] = true;
        }
        this.values = new String[names.length];
        this.present = new boolean[names.length];
    }

    void begin(long line) {
        this.line = line;
        this.count = 0;
        this.pivot = -1;
    }

    /** A value that is the same as in the line before stays the same object: locations and dates repeat. */
    void add(int column, char[] chars, int offset, int length) {
        count = column + 1;
        if (column >= wanted.length || !wanted[column]) {
            return;
        }
        if (isFormula(chars, offset, length)) {
            keep(column, chars, offset + 2, length - 3);
        } else {
            keep(column, chars, offset, length);
        }
    }

    /** {@code ="00123"}: how a text is written that a spreadsheet shall not take for a number. */
    private static boolean isFormula(char[] chars, int offset, int length) {
        return length >= 3 && chars[offset] == '=' && chars[offset + 1] == '"' && chars[offset + length - 1] == '"';
    }

    private void keep(int column, char[] chars, int offset, int length) {
        present[column] = length > 0;
        String before = values[column];
        if (length > 0 && (before == null || !isSame(before, chars, offset, length))) {
            values[column] = new String(chars, offset, length);
        }
    }

    private static boolean isSame(String text, char[] chars, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (text.charAt(i) != chars[offset + i]) {
                return false;
            }
        }
        return true;
    }

    /** The value of a column that was asked for; null where the line has none. */
    String value(int column) {
        return column < count && present[column] ? values[column] : null;
    }

    String name(int column) {
        return names[column];
    }

    /** How many values the line has. */
    int count() {
        return count;
    }

    /** Reads the line by this column now, from 0. */
    public void pivot(int column) {
        pivot = column;
    }

    int pivot() {
        return pivot;
    }

    /** Whether the column that was asked for has a value here. */
    public boolean isPresent(int column) {
        String value = value(column);
        return value != null && !value.isBlank();
    }

    /** The place of a column in this line. */
    String at(int column) {
        return "line " + line + " column " + names[column];
    }

    @Override
    public String at() {
        return pivot < 0 ? "line " + line : at(pivot);
    }
}
