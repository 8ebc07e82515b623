package io.quayside.mapping.format;

import java.util.List;
import java.util.Optional;

/** A path into a message, in the language of the mapping reference ("Paths"). */
public final class EdiPath implements Reference {
    private EdiPath() {}

    /**
     * Compiles a path.
     *
     * @param tree as the mapping says; without one, HL is a tree
     * @throws IllegalArgumentException says what is wrong and what to write
     */
    public static EdiPath parse(String text, Optional<EdiTree> tree) {
        throw new UnsupportedOperationException(text + tree);
    }

    @Override
    public String first(Node node) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> all(Node node) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String at(Node node) {
        throw new UnsupportedOperationException();
    }
}
