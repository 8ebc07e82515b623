package io.quayside.mapping.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The bytes of one interchange, as StAEDI wants them: a padded head, whole lines, a last terminator. It ends behind IEA,
 * or where the next interchange begins, or at the end of the file, so that a broken interchange never takes its
 * neighbour with it. Mends what the mapping allows and remembers it.
 */
final class InterchangeBytes extends InputStream {
    /** How the bytes ended. */
    enum End {
        /** Behind the terminator of IEA. */
        WHOLE,
        /** At the end of the file or at the next interchange, before that. */
        CUT,
        /** At a line break inside a segment that the mapping does not allow. */
        WRAPPED,
        /** At a segment or element above the limit. */
        TOO_LONG
    }

    static final String LAST_TERMINATOR = "missing_last_terminator";
    static final int LONGEST_SEGMENT = 1 << 20;
    /** What StAEDI holds of one element. */
    static final int LONGEST_ELEMENT = 4096;

    private static final int TAG_LENGTH = 3;
    private static final int TAG = ('I' << 16) | ('E' << 8) | 'A';

    private final ByteSource bytes;
    private final Isa isa;
    private final Set<String> lenient;
    private final byte[] head;
    private final Set<String> repairs;
    private int headRead;
    private int length;
    private int elementLength;
    private int tag;
    private boolean atTrailer;
    private End end;
    private IOException failure;

    InterchangeBytes(ByteSource bytes, Isa isa, Set<String> lenient) {
        this.bytes = bytes;
        this.isa = isa;
        this.lenient = lenient;
        this.head = isa.padded();
        this.repairs = new LinkedHashSet<>(isa.repairs());
    }

    /** How it ended; null while it has not. */
    End end() {
        return end;
    }

    /** Whether only the terminator of IEA is missing. */
    boolean atTrailer() {
        return atTrailer;
    }

    Set<String> repairs() {
        return repairs;
    }

    /** Throws what reading the file threw, which StAEDI may have wrapped. */
    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Reads on to where the interchange ends, whatever is wrong with it. {@link #end} stays what it was first. */
    void drain() throws IOException {
        End fault = end;
        while (end != End.WHOLE && end != End.CUT) {
            end = null;
            while (next() >= 0) {
                length = Math.min(length, TAG_LENGTH);
                elementLength = 0;
            }
        }
        end = fault == null ? end : fault;
    }

    @Override
    public int read() throws IOException {
        try {
            return headRead < head.length ? head[headRead++] & 0xff : next();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        int count = 0;
        while (count < wanted) {
            int c = read();
            if (c < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (byte) c;
        }
        return count;
    }

    private int next() throws IOException {
        int terminator = isa.end();
        int terminatorBegins = isa.terminator().get(0);
        int delimiter = isa.delimiter() & 0xff;
        while (end == null) {
            int c = bytes.peek(0);
            if (length == 0 && blank(c) && c != terminator) {
                bytes.read();
            } else if (c < 0 || c == 'I' && (length == 0 ? Isa.ahead(bytes) : Isa.whole(bytes))) {
                return unterminated();
            } else if (c == terminatorBegins && isa.ends(bytes)) {
                bytes.skip(isa.terminator().size());
                if (length == 0) {
                    continue;
                }
                end = length >= TAG_LENGTH && tag == TAG ? End.WHOLE : null;
                length = 0;
                elementLength = 0;
                tag = 0;
                return terminator;
            } else if (lineBreak(c)) {
                if (breakInside()) {
                    return unterminated();
                }
            } else {
                bytes.read();
                if (length < TAG_LENGTH) {
                    tag = tag << 8 | c;
                }
                elementLength = c == delimiter ? 0 : elementLength + 1;
                if (++length > LONGEST_SEGMENT || elementLength > LONGEST_ELEMENT) {
                    end = End.TOO_LONG;
                    return -1;
                }
                return c;
            }
        }
        return -1;
    }

    /** The file or the interchange ends inside a segment: in IEA that may be mended, anywhere else it is a cut. */
    private int unterminated() {
        atTrailer = length >= TAG_LENGTH && tag == TAG;
        if (atTrailer && lenient.contains(LAST_TERMINATOR)) {
            repairs.add(LAST_TERMINATOR);
            end = End.WHOLE;
            return isa.end();
        }
        end = End.CUT;
        return -1;
    }

    /** Passes over a line break inside a segment; true where nothing of the interchange follows it. */
    private boolean breakInside() throws IOException {
        do {
            bytes.read();
        } while (lineBreak(bytes.peek(0)) && bytes.peek(0) != isa.end());
        if (bytes.peek(0) < 0 || Isa.ahead(bytes)) {
            return true;
        }
        if (isa.end() == '\n') {
            return false;
        } else if (lenient.contains(Isa.WRAP)) {
            repairs.add(Isa.WRAP);
        } else {
            end = End.WRAPPED;
        }
        return false;
    }

    private static boolean lineBreak(int c) {
        return c == '\r' || c == '\n';
    }

    /** What may stand between segments and interchanges: space, line breaks, NUL and the end-of-file mark of DOS. */
    static boolean blank(int c) {
        return c == ' ' || c == '\t' || lineBreak(c) || c == 0 || c == 0x1a;
    }
}
