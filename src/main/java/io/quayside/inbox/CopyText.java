package io.quayside.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds rows for {@code COPY … FROM STDIN} in its text form. One thread; reused from buffer to buffer. */
final class CopyText {
    private byte[] bytes;
    private int length;

    CopyText(int size) {
        this.bytes = new byte[size + 1024];
    }

    int length() {
        return length;
    }

    /** What was built since the last call, as an array of its own. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    CopyText column(int number) {
        room(12);
        if (number < 0) {
            return column(Integer.toString(number));
        }
        int from = length;
        int rest = number;
        do {
            bytes[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        for (int i = from, j = length - 1; i < j; i++, j--) {
            byte b = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = b;
        }
        bytes[length++] = '\t';
        return this;
    }

    /** Null is SQL's null. The character NUL, which PostgreSQL cannot hold, is left out. */
    CopyText column(String text) {
        if (text == null) {
            room(3);
            bytes[length++] = '\\';
            bytes[length++] = 'N';
            bytes[length++] = '\t';
            return this;
        }
        room(text.length() * 2 + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                rest(text.substring(i));
                break;
            }
            ascii(c);
        }
        bytes[length++] = '\t';
        return this;
    }

    /** The row is complete: its last tab becomes a line feed. */
    void end() {
        bytes[length - 1] = '\n';
    }

    private void rest(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(utf8.length * 2 + 1);
        for (byte b : utf8) {
            if (b < 0) {
                bytes[length++] = b;
            } else {
                ascii((char) b);
            }
        }
    }

    private void ascii(char c) {
        switch (c) {
            case 0 -> {}
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            default -> bytes[length++] = (byte) c;
        }
    }

    private void escaped(char c) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
