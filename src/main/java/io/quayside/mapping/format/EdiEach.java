package io.quayside.mapping.format;

import java.util.Optional;

/** What one record of a message is: {@code LIN}, {@code PO1/ACK}, {@code HL[I]}, {@code LIN/QTY[145]}. */
public final class EdiEach {
    private EdiEach() {}

    /**
     * Compiles {@code each} of a mapping.
     *
     * @param tree as the mapping says; without one, HL is a tree
     * @throws IllegalArgumentException says what is wrong and what to write
     */
    public static EdiEach parse(String text, Optional<EdiTree> tree) {
        throw new UnsupportedOperationException(text + tree);
    }
}
