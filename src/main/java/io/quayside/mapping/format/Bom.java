package io.quayside.mapping.format;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The byte order mark that some programs put before a text. */
final class Bom {
    private Bom() {}

    /** Steps over it and says which charset it announces. */
    static Optional<Charset> skip(ByteBuffer bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return skipped(bytes, 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return skipped(bytes, 2, StandardCharsets.UTF_16LE);
        }
        return begins(bytes, 0xFE, 0xFF) ? skipped(bytes, 2, StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<Charset> skipped(ByteBuffer bytes, int count, Charset charset) {
        bytes.position(bytes.position() + count);
        return Optional.of(charset);
    }

    private static boolean begins(ByteBuffer bytes, int... mark) {
        if (bytes.remaining() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes.get(bytes.position() + i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
