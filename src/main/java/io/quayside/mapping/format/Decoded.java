package io.quayside.mapping.format;

import io.quayside.mapping.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;

/**
 * Text from bytes: the first charset that fits, a BOM before all. A charset that turns out not to fit gives way to the
 * next from that byte on; what came before is the same in both, as it is nearly always ASCII. Counts lines and keeps
 * them bounded. One thread.
 */
final class Decoded extends Reader {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final Iterator<Charset> charsets;
    private final List<Charset> tried;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    private final CharBuffer chars = CharBuffer.allocate(BLOCK);
    private final LongLines lines;
    private CharsetDecoder decoder;
    private boolean bytesEnded;
    private boolean ended;

    /** Reads the first block, so that {@link #start} can be looked at. */
    Decoded(InputStream in, List<Charset> declared) throws IOException {
        this(in, declared, LongLines.MOST);
    }

    /** {@code longest} characters of a line are kept. */
    Decoded(InputStream in, List<Charset> declared, int longest) throws IOException {
        this.in = in;
        this.lines = new LongLines(longest);
        bytes.limit(0);
        refill();
        this.tried = Bom.skip(bytes).map(List::of).orElse(declared);
        this.charsets = tried.iterator();
        this.decoder = decoder(charsets.next());
        chars.limit(0);
        fill();
    }

    /** The first characters, at most one block; nothing is consumed. Only before the first read. */
    String start() {
        return chars.toString();
    }

    /** Whether the last byte has been decoded. */
    boolean isEnded() {
        return ended;
    }

    /** Lines too long that were cut short so far. */
    LongLines lines() {
        return lines;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (!chars.hasRemaining() && !fill()) {
            return -1;
        }
        int count = Math.min(length, chars.remaining());
        chars.get(to, offset, count);
        return count;
    }

    @Override
    public void close() {
        // The caller opened the bytes and closes them.
    }

    private boolean fill() throws IOException {
        chars.clear();
        while (chars.position() == 0 && !ended) {
            CoderResult result = decoder.decode(bytes, chars, bytesEnded);
            if (result.isError()) {
                next();
            } else if (result.isUnderflow() && bytesEnded) {
                decoder.flush(chars);
                ended = true;
            } else if (result.isUnderflow()) {
                refill();
            }
            chars.position(lines.keep(chars.array(), chars.position()));
        }
        chars.flip();
        return chars.hasRemaining();
    }

    private void next() {
        if (!charsets.hasNext()) {
            int line = lines.linesIn(chars.array(), chars.position());
            String value = String.format("byte 0x%02X", bytes.get(bytes.position()));
            throw new Unreadable(
                    ProblemCode.WRONG_FORMAT,
                    "line " + line,
                    value,
                    "text in " + names() + ", or name its charset in the mapping's source");
        }
        decoder = decoder(charsets.next());
    }

    private String names() {
        return String.join(" or ", tried.stream().map(Charset::name).toList());
    }

    private void refill() throws IOException {
        bytes.compact();
        int room = bytes.remaining();
        int count = in.readNBytes(bytes.array(), bytes.position(), room);
        bytesEnded = count < room;
        bytes.position(bytes.position() + count);
        bytes.flip();
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
