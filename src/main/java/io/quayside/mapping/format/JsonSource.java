package io.quayside.mapping.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON (one value, or several one after the other: the pages of one answer) and JSON lines, streaming. In memory are
 * one record, what is wanted of the objects around it, and records that wait for that.
 */
public record JsonSource(List<Charset> charsets, JsonEach each, Optional<Lines> lines) {
    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 1_000_000;
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_TEXT)
                    .build())
            .build();

    /**
     * That each line is a value of its own.
     *
     * @param finalNewline whether the last line must end with a newline
     */
    public record Lines(boolean finalNewline) {}

    /** Reads to the end; does not close. Bad bytes become problems, never exceptions; only {@code bytes} itself may throw. */
    public void read(InputStream bytes, JsonHandler handler) throws IOException {
        Optional<Problem> problem = Optional.empty();
        JsonPages pages = new JsonPages(JSON, each, handler);
        try {
            Decoded text = new Decoded(
                    Unpacked.of(bytes), charsets, lines.isPresent() ? JsonLines.LONGEST : Integer.MAX_VALUE);
            Looks.likeNoJson(text.start()).ifPresent(other -> {
                throw new Unreadable(ProblemCode.WRONG_FORMAT, "line 1", other, "JSON");
            });
            if (lines.isPresent()) {
                new JsonLines(pages, text, handler).read(lines.get().finalNewline());
            } else {
                pages.read(text);
            }
        } catch (Unreadable e) {
            problem = Optional.of(e.problem());
        }
        handler.ends(problem, pages.top());
        bytes.transferTo(OutputStream.nullOutputStream());
    }

    static Unreadable empty() {
        return new Unreadable(ProblemCode.EMPTY_FILE, "line 1", null, "a JSON value");
    }

    /** What a parser says, in our words. */
    static Unreadable said(JsonProcessingException e, String at) {
        if (e instanceof JsonEOFException) {
            return new Unreadable(
                    ProblemCode.INCOMPLETE, at, null, "the whole document, it ends in the middle of a value");
        }
        if (e instanceof StreamConstraintsException) {
            return new Unreadable(
                    ProblemCode.TOO_LONG,
                    at,
                    null,
                    "at most " + DEEPEST
                            + " objects and lists inside each other, and texts of at most a million characters");
        }
        return new Unreadable(ProblemCode.WRONG_FORMAT, at, null, "JSON: " + e.getOriginalMessage());
    }
}
