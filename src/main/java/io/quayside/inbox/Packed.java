package io.quayside.inbox;

import io.quayside.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Bytes that were compressed while they came in; hash and size are those of the raw bytes. */
record Packed(byte[] sha256, long size) {
    private static final int BUFFER = 1 << 16;

    /** Compresses into {@code sink} and closes it; empty when there are more than {@code most} bytes. */
    static Optional<Packed> into(OutputStream sink, InputStream bytes, long most) throws IOException {
        MessageDigest hash = Sha256.digest();
        long size = 0;
        try (OutputStream out = new Fast(sink)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                size += n;
                if (size > most) {
                    return Optional.empty();
                }
                hash.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return Optional.of(new Packed(hash.digest(), size));
    }

    /** The fastest level: three times the default's speed for a fifth more bytes. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
