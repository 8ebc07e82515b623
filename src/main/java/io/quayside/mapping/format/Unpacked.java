package io.quayside.mapping.format;

import io.quayside.mapping.ProblemCode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A document's bytes without the gzip around them, which is known by its first two bytes. */
public final class Unpacked extends FilterInputStream {
    private static final int BLOCK = 1 << 16;
    private static final long MOST = 1L << 30;

    private long unpacked;

    private Unpacked(InputStream in) {
        super(in);
    }

    /** Bytes as they are, or what their gzip holds. Throws {@link Unreadable} where the gzip is cut or damaged. */
    public static InputStream of(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, BLOCK);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        if (!gzip) {
            return buffered;
        }
        try {
            return new Unpacked(new GZIPInputStream(buffered, BLOCK));
        } catch (ZipException | EOFException e) {
            throw cut();
        }
    }

    @Override
    public int read() throws IOException {
        try {
            int read = super.read();
            return counted(read, read < 0 ? 0 : 1);
        } catch (ZipException | EOFException e) {
            throw cut();
        }
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        try {
            int read = super.read(to, offset, length);
            return counted(read, read);
        } catch (ZipException | EOFException e) {
            throw cut();
        }
    }

    /** A small file may unpack to any size. */
    private int counted(int answer, int bytes) throws Unreadable {
        unpacked += Math.max(0, bytes);
        if (unpacked > MOST) {
            throw new Unreadable(ProblemCode.TOO_LONG, "gzip", null, "a file of at most 1 GB when it is unpacked");
        }
        return answer;
    }

    private static Unreadable cut() {
        return new Unreadable(ProblemCode.INCOMPLETE, "gzip", null, "the whole gzip file, it is cut or damaged");
    }
}
