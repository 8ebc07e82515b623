package io.quayside.mapping.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The head of an interchange. It says the delimiters, so it is read before anything else, byte by byte; StAEDI wants it
 * 106 long, and mail programs and editors like to collapse its padding.
 *
 * @param elements the sixteen, without padding
 * @param delimiter between elements
 * @param terminator of segments, its bytes as written: some senders use a character of several
 * @param repairs what had to be mended, in the words of `source.lenient`
 */
record Isa(List<String> elements, byte delimiter, List<Integer> terminator, List<String> repairs) {
    static final String PADDING = "isa_padding";
    static final String WRAP = "line_wrap";
    private static final int[] WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};
    private static final int LONGEST = 400;
    /** What stands for a terminator of several bytes behind this class: a control character that texts do not hold. */
    private static final int ONE_BYTE = 0x1c;

    /** Bytes that are no head; the message says what is wrong and what to write. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        final transient boolean ended;

        private Unreadable(String write, boolean ended) {
            super(write, null, false, false);
            this.ended = ended;
        }
    }

    /** True where an interchange begins right here, whatever its padding. */
    static boolean ahead(ByteSource bytes) throws IOException {
        int delimiter = bytes.peek(3);
        return bytes.peek(0) == 'I'
                && bytes.peek(1) == 'S'
                && bytes.peek(2) == 'A'
                && delimiter > ' '
                && !Character.isLetterOrDigit(delimiter)
                && bytes.peek(6) == delimiter;
    }

    /** True where a head with all its padding begins right here: in the middle of a segment nothing less is believed. */
    static boolean whole(ByteSource bytes) throws IOException {
        if (!ahead(bytes)) {
            return false;
        }
        int delimiter = bytes.peek(3);
        int at = 3;
        for (int width : WIDTHS) {
            if (bytes.peek(at) != delimiter) {
                return false;
            }
            at += width + 1;
        }
        return true;
    }

    /** Reads the head that begins right here and leaves {@code bytes} behind its terminator; after a failure, where it was. */
    static Isa read(ByteSource bytes, Set<String> lenient) throws IOException, Unreadable {
        int delimiter = bytes.peek(3);
        List<String> elements = new ArrayList<>();
        List<String> repairs = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean collapsed = false;
        int at = 4;
        while (elements.size() < WIDTHS.length - 1) {
            int c = bytes.peek(at++);
            if (c < 0) {
                throw new Unreadable("the whole interchange: the file ends inside ISA", true);
            } else if (at > LONGEST) {
                throw new Unreadable("an ISA with its sixteen elements", false);
            } else if (c == delimiter) {
                collapsed |= element.length() != WIDTHS[elements.size()];
                elements.add(fitting(element.toString(), elements.size()));
                element.setLength(0);
            } else if (c == '\r' || c == '\n') {
                mend(WRAP, "no line break inside ISA", lenient, repairs);
            } else {
                element.append((char) c);
            }
        }
        int component = bytes.peek(at);
        int terminator = bytes.peek(at + 1);
        List<Integer> written = written(bytes, at + 1);
        checkDelimiters(delimiter, component, terminator);
        if (collapsed) {
            mend(PADDING, "an ISA of 106 characters, each element padded to its width", lenient, repairs);
        }
        elements.add(String.valueOf((char) component));
        bytes.skip(at + 1 + written.size());
        return new Isa(List.copyOf(elements), (byte) delimiter, written, List.copyOf(repairs));
    }

    /** The head as the standard has it, 106 bytes. */
    byte[] padded() {
        StringBuilder head = new StringBuilder("ISA");
        for (int i = 0; i < WIDTHS.length; i++) {
            String element = elements.get(i);
            head.append((char) (delimiter & 0xff)).append(element).append(" ".repeat(WIDTHS[i] - element.length()));
        }
        return head.append((char) end()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What ends a segment, as one byte. */
    int end() {
        return terminator.size() > 1 ? ONE_BYTE : terminator.get(0);
    }

    /** Whether the next bytes are the terminator. */
    boolean ends(ByteSource bytes) throws IOException {
        for (int i = 0; i < terminator.size(); i++) {
            if (bytes.peek(i) != terminator.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Its control number, as written. */
    String control() {
        return elements.get(12);
    }

    Interchange interchange() {
        return new Interchange(
                elements.get(4) + "/" + elements.get(5),
                elements.get(6) + "/" + elements.get(7),
                control(),
                elements.get(14),
                elements.get(11),
                elements.get(8),
                elements.get(9));
    }

    private static String fitting(String element, int index) throws Unreadable {
        // A no-break space written in UTF-8 is two bytes here; spreadsheets and web pages put it for padding.
        String bare =
                element.replace("\u00c2\u00a0", " ").replace('\u00a0', ' ').strip();
        if (bare.length() > WIDTHS[index]) {
            throw new Unreadable(
                    "ISA%02d of at most %d characters, it has %d".formatted(index + 1, WIDTHS[index], bare.length()),
                    false);
        }
        return bare;
    }

    /** The terminator's bytes: one, or those of a character in UTF-8. */
    private static List<Integer> written(ByteSource bytes, int at) throws IOException {
        List<Integer> written = new ArrayList<>(List.of(bytes.peek(at)));
        int lead = written.get(0);
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
        for (int i = 1; i < length && (bytes.peek(at + i) & 0xc0) == 0x80; i++) {
            written.add(bytes.peek(at + i));
        }
        return List.copyOf(written);
    }

    private static void checkDelimiters(int delimiter, int component, int terminator) throws Unreadable {
        if (terminator < 0) {
            throw new Unreadable("the whole interchange: the file ends inside ISA", true);
        }
        if (component == '~' && (terminator == '\r' || terminator == '\n')) {
            throw new Unreadable("a component separator in ISA16, before the segment terminator", false);
        }
        boolean usable = terminator != ' '
                && (terminator >= 0x80 || !Character.isLetterOrDigit(terminator))
                && terminator != delimiter
                && terminator != component
                && component != delimiter;
        if (!usable) {
            throw new Unreadable("ISA16 and behind it a segment terminator, all three delimiters different", false);
        }
    }

    private static void mend(String repair, String write, Set<String> lenient, List<String> repairs) throws Unreadable {
        if (!lenient.contains(repair)) {
            throw new Unreadable(write + ", or allow it in the mapping: lenient: [" + repair + "]", false);
        }
        if (!repairs.contains(repair)) {
            repairs.add(repair);
        }
    }
}
