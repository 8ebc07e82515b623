package io.quayside.mapping.format;

import java.util.List;

/** A compiled path or column: what stands there in a node. Immutable; may be used by many threads at once. */
public interface Reference {
    /** The first value, as written in the document; null where there is none or it is empty. */
    String first(Node node);

    /** All values where the path asks for all (`*`), else the first; empty values are left out. */
    List<String> all(Node node);

    /** The position of what {@link #first} gives, or of the node where nothing is there. */
    String at(Node node);
}
