package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.mapping.format.InterchangeBytes.End;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads X12: streaming, in constant memory, one interchange standing or falling by itself.
 *
 * @param lenient what may be mended, in the words of `source.lenient`
 * @param charsets tried in this order, value by value
 */
public record X12Reader(Set<String> lenient, List<Charset> charsets) {
    private static final String BOM = "bom";

    /** What may be mended: bom, isa_padding, missing_last_terminator, line_wrap. */
    public static final Set<String> LENIENCES = Set.of(BOM, Isa.PADDING, InterchangeBytes.LAST_TERMINATOR, Isa.WRAP);

    /** Reads to the end; does not close. Bad bytes become problems, never exceptions; only {@code bytes} itself may throw. */
    public void read(InputStream bytes, EdiHandler handler) throws IOException {
        ByteSource source = new ByteSource(bytes);
        int interchanges = 0;
        boolean empty = true;
        boolean more = skipBlanks(source, handler);
        while (more) {
            empty = false;
            if (Isa.ahead(source)) {
                interchange(source, interchanges++, handler);
            } else {
                stranger(source, interchanges, handler);
            }
            more = skipBlanks(source, handler);
        }
        if (empty) {
            handler.unreadable(problem(ProblemCode.EMPTY_FILE, "byte 1", "at least one interchange, from ISA to IEA"));
        }
    }

    /** Passes over blanks, and over byte order marks where they may be mended; false at the end of the file. */
    private boolean skipBlanks(ByteSource source, EdiHandler handler) throws IOException {
        while (InterchangeBytes.blank(source.peek(0)) || lenient.contains(BOM) && bom(source)) {
            if (bom(source)) {
                handler.repaired(BOM, "byte " + source.position());
                source.skip(3);
            } else {
                source.read();
            }
        }
        return source.peek(0) >= 0;
    }

    private static boolean bom(ByteSource source) throws IOException {
        return source.peek(0) == 0xef && source.peek(1) == 0xbb && source.peek(2) == 0xbf;
    }

    private void interchange(ByteSource source, int before, EdiHandler handler) throws IOException {
        long position = source.position();
        Isa isa;
        try {
            isa = Isa.read(source, lenient);
        } catch (Isa.Unreadable e) {
            ProblemCode code = e.ended ? ProblemCode.INCOMPLETE : ProblemCode.WRONG_FORMAT;
            handler.unreadable(problem(code, "byte " + position, e.getMessage()));
            source.skip(1);
            skipToNext(source);
            return;
        }
        boolean told = handler.interchange(isa.interchange());
        String prefix = before == 0 ? "" : "ISA " + isa.control() + " ";
        X12Envelope envelope = new X12Envelope(isa.control(), prefix, handler, told);
        InterchangeBytes bytes = new InterchangeBytes(source, isa, lenient);
        Optional<Problem> fault = follow(bytes, envelope);
        bytes.repairs().forEach(repair -> handler.repaired(repair, "ISA " + isa.control()));
        handler.interchangeEnds(fault);
    }

    /** Reads one interchange to its end; a problem where it is not whole. */
    private Optional<Problem> follow(InterchangeBytes bytes, X12Envelope envelope) throws IOException {
        SegmentReader segments = new SegmentReader(bytes, charsets);
        Optional<Problem> fault = Optional.empty();
        Segment segment = segments.next();
        while (segment != null && fault.isEmpty() && !envelope.ended()) {
            fault = envelope.segment(segment);
            segment = fault.isEmpty() && !envelope.ended() ? segments.next() : null;
        }
        bytes.drain();
        if (fault.isPresent() || envelope.ended()) {
            return fault;
        }
        return Optional.of(
                bytes.end() == End.CUT ? envelope.cut(bytes.atTrailer()) : broken(bytes, segments, envelope));
    }

    private static Problem broken(InterchangeBytes bytes, SegmentReader segments, X12Envelope envelope) {
        boolean tooLong = bytes.end() == End.TOO_LONG;
        return envelope.broken(
                tooLong,
                switch (bytes.end()) {
                    case WRAPPED -> "no line break inside a segment, or allow it in the mapping: lenient: [line_wrap]";
                    case TOO_LONG -> "segments of at most 1 MB, elements of at most 4096 characters";
                    case WHOLE, CUT -> "X12 from ISA to IEA; the reader says: " + segments.syntaxError();
                });
    }

    /** Bytes that are no interchange: one problem, then on to what may be the next. */
    private void stranger(ByteSource source, int before, EdiHandler handler) throws IOException {
        String at = "byte " + source.position();
        boolean mark = bom(source);
        if (mark) {
            source.skip(3);
        }
        if (mark && Isa.ahead(source)) {
            handler.unreadable(problem(
                    ProblemCode.WRONG_FORMAT,
                    at,
                    "no byte order mark before ISA, or allow it in the mapping: lenient: [bom]"));
            source.skip(1);
            skipToNext(source);
            return;
        }
        skipToNext(source);
        handler.unreadable(problem(
                ProblemCode.WRONG_FORMAT,
                at,
                before == 0 ? "X12, beginning with ISA" : "nothing between or behind the interchanges"));
    }

    private static void skipToNext(ByteSource source) throws IOException {
        boolean lineBegins = false;
        int c = source.peek(0);
        while (c >= 0 && !(lineBegins ? Isa.ahead(source) : c == 'I' && Isa.whole(source))) {
            lineBegins = c == '\n' || c == '\r';
            source.read();
            c = source.peek(0);
        }
    }

    private static Problem problem(ProblemCode code, String at, String write) {
        return new Problem(code, at, Optional.empty(), Optional.empty(), Optional.empty(), write);
    }
}
