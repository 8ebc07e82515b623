package io.quayside.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes rows of table {@code stage} into the pipe, as narrow as they can be, because a feed has many of them: a location
 * is the number of a place, and a position that is just "line N" is the row's own number. One thread.
 */
final class StageRows {
    private static final int BUFFER = 1 << 18;
    private static final String LINE = "line ";
    private static final int MOST_DIGITS = 9;

    private final Pipe pipe;
    private final CopyText text = new CopyText(BUFFER);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> locations = new ArrayList<>();
    private String lastLocation;
    private int lastNumber;
    private int seq;

    StageRows(Pipe pipe) {
        this.pipe = pipe;
    }

    /** Locations by the number of their place, from 1; place 0 is that of lines without one. */
    List<String> locations() {
        return locations;
    }

    /** A line: {@code location} and {@code record} may be null. Answers the number of its row. */
    int line(int message, String at, String sku, String location, int quantity, String record) {
        int line = lineOf(at);
        boolean implied = line > seq;
        seq = implied ? line : seq + 1;
        begin(message, location, sku).column(quantity);
        text.column(implied ? null : at).column(record).end();
        flush(BUFFER);
        return seq;
    }

    /** A line that gave no record but names its SKU. */
    void named(int message, String sku, String location) {
        seq++;
        begin(message, location, sku).column((String) null);
        text.column("").column((String) null).end();
        flush(BUFFER);
    }

    /** There are no more. */
    void end() {
        flush(1);
        pipe.end();
    }

    private CopyText begin(int message, String location, String sku) {
        return text.column(message).column(seq).column(number(location)).column(sku);
    }

    private int number(String location) {
        if (location == null) {
            return 0;
        }
        if (!location.equals(lastLocation)) {
            lastNumber = numbers.computeIfAbsent(location, l -> {
                locations.add(l);
                return locations.size();
            });
            lastLocation = location;
        }
        return lastNumber;
    }

    /** The N of "line N", or -1. */
    private static int lineOf(String at) {
        int digits = at.length() - LINE.length();
        if (digits < 1 || digits > MOST_DIGITS || !at.startsWith(LINE) || at.charAt(LINE.length()) == '0') {
            return -1;
        }
        int line = 0;
        for (int i = LINE.length(); i < at.length(); i++) {
            char c = at.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            line = line * 10 + c - '0';
        }
        return line;
    }

    private void flush(int atLeast) {
        if (text.length() >= atLeast) {
            pipe.put(text.take());
        }
    }
}
