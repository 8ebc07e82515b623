package io.quayside.mapping.format;

import java.util.HashSet;
import java.util.Set;

/** A group that is being read: how many messages it has had, and under which numbers. */
final class EdiGroup {
    /** GE01 has six digits, so there may be a million; repeats among the first of them are found. */
    private static final int REMEMBERED = 100_000;

    private final FunctionalGroup head;
    private final Set<String> numbers = new HashSet<>();
    private int messages;

    EdiGroup(Segment header) {
        this.head = new FunctionalGroup(
                header.text(1).strip(), header.text(6).strip(), header.text(8).strip());
    }

    FunctionalGroup head() {
        return head;
    }

    /** Its control number, GS06. */
    String control() {
        return head.control();
    }

    /** Version and release of its messages, GS08. */
    String version() {
        return head.version();
    }

    int messages() {
        return messages;
    }

    /** Counts a message; true where another one of the group has its number. */
    boolean repeats(String number) {
        messages++;
        return numbers.size() < REMEMBERED ? !numbers.add(number) : numbers.contains(number);
    }
}
