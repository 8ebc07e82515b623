package io.quayside.mapping.format;

import java.io.IOException;
import java.io.InputStream;

/** Bytes with a look ahead and a position. One thread. */
final class ByteSource {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long before;

    ByteSource(InputStream in) {
        this.in = in;
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        return from < to || fill(1) ? buffer[from++] & 0xff : -1;
    }

    /** The byte {@code ahead} places on (0 is the next), or -1 behind the end; a few hundred at most. */
    int peek(int ahead) throws IOException {
        return ahead < to - from || fill(ahead + 1) ? buffer[from + ahead] & 0xff : -1;
    }

    void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            read();
        }
    }

    /** Position of the next byte, from 1, as an editor counts. */
    long position() {
        return before + from + 1;
    }

    private boolean fill(int wanted) throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        before += from;
        to -= from;
        from = 0;
        while (to < wanted) {
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                return false;
            }
            to += read;
        }
        return true;
    }
}
