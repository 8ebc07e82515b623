package io.quayside.mapping.format;

import java.util.List;
import java.util.Optional;

/** A compiled path or column: what stands there in a node. Immutable; may be used by many threads at once. */
public interface Reference {
    /** The first value, as written in the document; null where there is none or it is empty. */
    String first(Node node);

    /** All values where the path asks for all (`*`), else the first; empty values are left out. */
    List<String> all(Node node);

    /** Where the code that the path asks for is not there and the same segment with another is: that one. */
    default Optional<Other> other(Node node) {
        return Optional.empty();
    }

    /**
     * A segment that might be meant.
     *
     * @param segment as paths name it: "QTY[ZZ]"
     * @param write what it would have to be: "a QTY whose code is 33"
     */
    record Other(String at, String code, String segment, String write) {}

    /** The position of what {@link #first} gives, or of the node where nothing is there. */
    String at(Node node);
}
