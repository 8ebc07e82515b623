package io.quayside.mapping.format;

import io.quayside.mapping.Spot;
import java.util.List;
import java.util.Optional;

/** A compiled path or column: what stands there in a node. Immutable; may be used by many threads at once. */
public interface Reference {
    /** The first value, as written in the document; null where there is none or it is empty. */
    String first(Node node);

    /** All values where the path asks for all (`*`), else the first; empty values are left out, or are empty texts. */
    List<String> all(Node node);

    /** Where the code that the path asks for is not there and the same segment with another is: that one. */
    default Optional<Other> other(Node node) {
        return Optional.empty();
    }

    /** Whether what {@link #first} gives is no single value, but an object or a list. */
    default boolean isNested(Node node) {
        return false;
    }

    /** Whether something in what {@link #all} gives is no single value. */
    default boolean holdsNested(Node node) {
        return false;
    }

    /** Whether the path ends early, at a value that it should go on into and that is of another kind. */
    default boolean breaksOff(Node node) {
        return false;
    }

    /**
     * A segment that might be meant.
     *
     * @param segment as paths name it: "QTY[ZZ]"
     * @param write what it would have to be: "a QTY whose code is 33"
     */
    record Other(String at, String code, String segment, String write, Optional<Spot> spot) {}

    /** The position of what {@link #first} gives, or of the node where nothing is there. */
    String at(Node node);

    /** The same as X12 counts it; empty in other formats. */
    default Optional<Spot> spot(Node node) {
        return Optional.empty();
    }
}
