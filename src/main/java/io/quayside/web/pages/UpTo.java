package io.quayside.web.pages;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream: it ends where they do. */
final class UpTo extends FilterInputStream {
    private long left;

    UpTo(InputStream in, long bytes) {
        super(in);
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        left--;
        return super.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int n = super.read(to, offset, (int) Math.min(length, left));
        left -= Math.max(0, n);
        return n;
    }
}
