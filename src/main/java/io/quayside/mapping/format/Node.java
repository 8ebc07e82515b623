package io.quayside.mapping.format;

import io.quayside.mapping.Spot;
import java.util.Optional;

/** The place in a document that one record is made from: a row, a loop of segments, or the head of a message. */
public interface Node {
    /** Where it is, as the partner would look for it: "line 2", "ST 0001 PO1 2 ACK 2". */
    String at();

    /** The same as X12 counts it; empty in other formats. */
    default Optional<Spot> spot() {
        return Optional.empty();
    }
}
