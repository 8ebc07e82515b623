package io.quayside.web;

import io.quayside.store.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of a body as bytes, one at a time. A line above the limit is passed over without being held, and refused. */
final class TextLines {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[64 << 10];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int end;
    private int number;
    private boolean tooLong;

    TextLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Moves to the next line; false after the last. */
    boolean next() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (from < end || fill()) {
            any = true;
            int newline = from;
            while (newline < end && buffer[newline] != '\n') {
                newline++;
            }
            take(newline - from);
            boolean whole = newline < end;
            from = whole ? newline + 1 : newline;
            if (whole) {
                break;
            }
        }
        number += any ? 1 : 0;
        return any;
    }

    private void take(int length) {
        tooLong = tooLong || line.size() + length > longest;
        if (!tooLong) {
            line.write(buffer, from, length);
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /** From 1. */
    int number() {
        return number;
    }

    boolean isBlank() {
        return !tooLong
                && line.toString(java.nio.charset.StandardCharsets.ISO_8859_1).isBlank();
    }

    /** The line without its end; refuses one that is too long. */
    byte[] bytes() {
        if (tooLong) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "the line is longer than " + (longest >> 20) + " MB; write one object a line");
        }
        return line.toByteArray();
    }
}
