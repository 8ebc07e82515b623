package io.quayside.mapping.format;

import java.util.Optional;
import java.util.regex.Matcher;

/** What one record of a message is: {@code LIN}, {@code PO1/ACK}, {@code HL[I]}, {@code LIN/QTY[145]}. Immutable. */
public final class EdiEach {
    private final EdiTree tree;
    private final SegmentPattern outer;
    private final Optional<SegmentPattern> inner;

    private EdiEach(EdiTree tree, SegmentPattern outer, Optional<SegmentPattern> inner) {
        this.tree = tree;
        this.outer = outer;
        this.inner = inner;
    }

    /**
     * Compiles {@code each} of a mapping.
     *
     * @param tree as the mapping says; without one, HL is a tree
     * @throws IllegalArgumentException says what is wrong and what to write
     */
    public static EdiEach parse(String text, Optional<EdiTree> tree) {
        EdiTree levels = tree.orElse(EdiTree.HL);
        Matcher match = SegmentPattern.SYNTAX.matcher(text);
        if (!match.lookingAt()) {
            throw new IllegalArgumentException(
                    "`" + text + "` names no segment: write one, for example LIN, PO1/ACK, HL[I] or LIN/QTY[145]");
        }
        SegmentPattern outer = SegmentPattern.of(match, levels);
        if (match.end() == text.length()) {
            return new EdiEach(levels, outer, Optional.empty());
        }
        int slash = match.end();
        if (text.charAt(slash) != '/' || !match.region(slash + 1, text.length()).matches()) {
            throw new IllegalArgumentException("`" + text + "` goes wrong at `" + text.substring(slash)
                    + "`: write a segment, or two with a slash between, for example PO1/ACK");
        }
        SegmentPattern inner = SegmentPattern.of(match, levels);
        if (inner.tag().equals(outer.tag()) || inner.tag().equals(levels.segment())) {
            throw new IllegalArgumentException(
                    "`" + text + "`: " + inner + " is no part of the loop of " + outer + "; write " + inner);
        }
        return new EdiEach(levels, outer, Optional.of(inner));
    }

    EdiTree tree() {
        return tree;
    }

    /** Whether a record is (in) a loop of the tree, rather than a loop below one. */
    boolean ofTree() {
        return outer.tag().equals(tree.segment());
    }

    SegmentPattern outer() {
        return outer;
    }

    Optional<SegmentPattern> inner() {
        return inner;
    }
}
