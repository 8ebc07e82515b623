package io.quayside.web.pages;

import io.quayside.mapping.format.Unpacked;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a window of a document from its start, in memory bounded by the window. One for a reading. */
final class RawReader {
    /** Further in than this nothing is shown: the whole can be downloaded. */
    private static final long MOST = 16L << 20;

    private static final int LONGEST_LINE = 2_000;
    private static final int LOOK_AHEAD = 4_096;
    private static final int ROW = 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final BufferedInputStream in;
    private final int from;
    private final int count;
    private final List<Raw.Line> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private Positions positions = Positions.ofLines();
    private long read;
    private int n = 1;
    private int more;

    private RawReader(InputStream bytes, int from, int count) {
        this.in = new BufferedInputStream(bytes, 1 << 16);
        this.from = from;
        this.count = count;
    }

    /** {@code count} lines from line {@code from}. */
    static Raw read(InputStream bytes, int from, int count) throws IOException {
        return new RawReader(Unpacked.of(bytes), from, count).read();
    }

    /** The same of bytes as they are, without asking what they are. */
    static Raw readRows(InputStream bytes, int from, int count) throws IOException {
        RawReader reader = new RawReader(bytes, from, count);
        reader.positions = Positions.ofSegments();
        boolean ended = reader.rows();
        return new Raw(
                Raw.Form.BYTES, reader.lines, ended, !ended && reader.read >= MOST, reader.read, reader.positions);
    }

    private Raw read() throws IOException {
        in.mark(LOOK_AHEAD);
        byte[] head = in.readNBytes(LOOK_AHEAD);
        in.reset();
        Looks looks = Looks.at(head);
        if (looks.form() != Raw.Form.LINES) {
            positions = Positions.ofSegments();
        }
        boolean ended = looks.form() == Raw.Form.BYTES ? rows() : texts(looks);
        return new Raw(looks.form(), lines, ended, !ended && read >= MOST, read, positions);
    }

    private boolean texts(Looks looks) throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            read++;
            boolean segments = looks.form() == Raw.Form.SEGMENTS;
            if (b == looks.end()) {
                end(segments ? (char) b + "" : "");
                if (n >= from + count || read >= MOST) {
                    return in.read() < 0;
                }
            } else if (segments && line.size() == 0 && (b == '\n' || b == '\r')) {
                continue;
            } else if (line.size() < LONGEST_LINE) {
                line.write(b);
            } else {
                more++;
            }
        }
        if (line.size() > 0) {
            end("");
        }
        return true;
    }

    private void end(String terminator) {
        byte[] bytes = line.toByteArray();
        positions.segment(bytes, n);
        if (n >= from) {
            lines.add(new Raw.Line(n, text(bytes) + (more == 0 ? terminator : ""), more));
        }
        line.reset();
        more = 0;
        n++;
    }

    private boolean rows() throws IOException {
        for (byte[] row = in.readNBytes(ROW); row.length > 0; row = in.readNBytes(ROW)) {
            read += row.length;
            if (n >= from) {
                lines.add(new Raw.Line(n, hex(row), 0));
            }
            n++;
            if (n >= from + count || read >= MOST) {
                return in.read() < 0;
            }
        }
        return true;
    }

    private static String hex(byte[] row) {
        StringBuilder hex = new StringBuilder();
        StringBuilder ascii = new StringBuilder();
        for (byte b : row) {
            hex.append(String.format(Locale.ROOT, "%02x ", b));
            ascii.append(b >= ' ' && b < 0x7f ? (char) b : '·');
        }
        return String.format(Locale.ROOT, "%-50s%s", hex, ascii);
    }

    /** As UTF-8, or as windows-1252 where it is not; signs of control are made visible. */
    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, WINDOWS);
        }
        StringBuilder seen = new StringBuilder(text.length());
        for (char c : text.endsWith("\r") ? text.substring(0, text.length() - 1).toCharArray() : text.toCharArray()) {
            seen.append(c < ' ' && c != '\t' ? (char) (0x2400 + c) : c);
        }
        return seen.toString();
    }

    /** What the first bytes say of the rest; {@code end} is the byte that ends a line. */
    private record Looks(Raw.Form form, int end) {
        private static final int ISA = 106;

        static Looks at(byte[] head) {
            String text = new String(head, StandardCharsets.ISO_8859_1);
            String clean = (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).stripLeading();
            if (clean.startsWith("ISA") && clean.length() >= ISA) {
                return new Looks(Raw.Form.SEGMENTS, clean.charAt(ISA - 1));
            }
            if (clean.startsWith("UNA") && clean.length() > 8) {
                return new Looks(Raw.Form.SEGMENTS, clean.charAt(8));
            }
            if (clean.startsWith("UNB+")) {
                return new Looks(Raw.Form.SEGMENTS, '\'');
            }
            return new Looks(text.indexOf('\0') >= 0 ? Raw.Form.BYTES : Raw.Form.LINES, '\n');
        }
    }
}
