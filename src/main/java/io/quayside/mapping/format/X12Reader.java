package io.quayside.mapping.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/**
 * Reads X12: streaming, in constant memory, one interchange standing or falling by itself.
 *
 * @param lenient what may be mended, in the words of `source.lenient`
 * @param charsets tried in this order, value by value
 */
public record X12Reader(Set<String> lenient, List<Charset> charsets) {
    /** What may be mended: bom, isa_padding, missing_last_terminator, line_wrap. */
    public static final Set<String> LENIENCES = Set.of("bom", "isa_padding", "missing_last_terminator", "line_wrap");

    /** Reads to the end; does not close. Bad bytes become problems, never exceptions; only {@code bytes} itself may throw. */
    public void read(InputStream bytes, EdiHandler handler) throws IOException {
        throw new UnsupportedOperationException();
    }
}
