package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;

/** Reads JSON lines: a line that is no JSON is a bad record, and the next one is read all the same. */
final class JsonLines {
    /** Most characters of a line. */
    static final int LONGEST = 4_000_000;

    private final JsonPages pages;
    private final Decoded text;
    private final JsonHandler handler;

    JsonLines(JsonPages pages, Decoded text, JsonHandler handler) {
        this.pages = pages;
        this.text = text;
        this.handler = handler;
    }

    /** Throws {@link Unreadable} where nothing can be believed: an empty document, or one whose end is missing. */
    void read(boolean finalNewline) throws IOException {
        BufferedReader lines = new BufferedReader(text);
        boolean begun = false;
        int n = 0;
        String next = lines.readLine();
        while (next != null) {
            String line = next;
            n++;
            next = lines.readLine();
            if (line.isBlank()) {
                continue;
            }
            begun = true;
            line(line, n, next == null && !text.lines().endsWithNewline(), finalNewline);
        }
        if (!begun) {
            throw new Unreadable(ProblemCode.EMPTY_FILE, "line 1", null, "a JSON value in each line");
        }
    }

    /** {@code open}: it is the last line and no newline ends it, so that a cut in it or behind it would not show. */
    private void line(String line, int n, boolean open, boolean finalNewline) throws IOException {
        String where = "line " + n;
        if (open && finalNewline) {
            throw new Unreadable(
                    ProblemCode.INCOMPLETE, where, null, "the whole file, with a newline after its last line");
        }
        if (text.lines().isCut(n, n)) {
            bad(where, new Unreadable(ProblemCode.TOO_LONG, where, null, "a line of at most 4 million characters"));
            return;
        }
        try {
            pages.readLine(line, where + " ");
        } catch (Unreadable e) {
            if (open && e.problem().code() == ProblemCode.INCOMPLETE) {
                throw e;
            }
            bad(where, e);
        }
    }

    private void bad(String where, Unreadable reason) {
        Problem p = reason.problem();
        boolean open = p.code() == ProblemCode.INCOMPLETE;
        handler.bad(
                JsonPlace.around(where, "", null),
                new Problem(
                        open ? ProblemCode.WRONG_FORMAT : p.code(),
                        p.at(),
                        p.value(),
                        p.field(),
                        p.line(),
                        open ? "a whole JSON value in each line" : p.write()));
    }
}
