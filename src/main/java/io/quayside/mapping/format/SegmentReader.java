package io.quayside.mapping.format;

import io.quayside.mapping.format.Segment.Value;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Segments of one interchange, by StAEDI. It reads syntax only: with its control validation off it never asks for a
 * transaction's type, which throws at the second ST of a group, and the envelope is judged in one place, ours. Bytes are
 * read as Latin-1 and decoded value by value, so that one foreign byte costs one value and no file.
 */
final class SegmentReader {
    private final InterchangeBytes bytes;
    private final List<Charset> charsets;
    private final EDIStreamReader reader;
    private String syntaxError;
    private int place;

    SegmentReader(InterchangeBytes bytes, List<Charset> charsets) {
        this.bytes = bytes;
        this.charsets = charsets;
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        try {
            this.reader = factory.createEDIStreamReader(bytes, StandardCharsets.ISO_8859_1.name());
        } catch (EDIStreamException e) {
            throw new IllegalStateException("Latin-1 is known everywhere", e);
        }
    }

    /** The next segment; null at the end of what can be read, be it the end or a {@link #syntaxError}. */
    Segment next() throws IOException {
        List<Value> values = new ArrayList<>();
        String tag = null;
        EDIStreamEvent event = step();
        while (event != null && event != EDIStreamEvent.END_SEGMENT) {
            if (event == EDIStreamEvent.START_SEGMENT) {
                tag = reader.getText();
            } else if (event == EDIStreamEvent.ELEMENT_DATA && reader.getTextLength() > 0) {
                Location at = reader.getLocation();
                values.add(new Value(
                        at.getElementPosition(),
                        at.getElementOccurrence(),
                        Math.max(1, at.getComponentPosition()),
                        decoded(reader.getText())));
            }
            event = step();
        }
        if (event == null) {
            return null;
        }
        place = tag.equals("ST") ? 1 : place + 1;
        return new Segment(tag, place, values);
    }

    /** What StAEDI stumbled over; null where it did not. */
    String syntaxError() {
        return syntaxError;
    }

    private EDIStreamEvent step() throws IOException {
        try {
            return reader.hasNext() ? reader.next() : null;
        } catch (EDIStreamException | RuntimeException e) {
            // Bytes that are no X12 come as many kinds of exception; only what the file itself threw is not theirs.
            bytes.rethrow();
            syntaxError = e.getMessage();
            return null;
        }
    }

    private String decoded(String latin) {
        if (ascii(latin)) {
            return latin;
        }
        byte[] raw = latin.getBytes(StandardCharsets.ISO_8859_1);
        for (Charset charset : charsets) {
            CharsetDecoder strict = charset.newDecoder();
            try {
                return strict.decode(ByteBuffer.wrap(raw)).toString();
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return latin;
    }

    /** A loop, not a stream: this is asked of every value. */
    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
