package io.quayside.mapping;

import java.util.Optional;

/** Takes what a mapping reads, in the order of the document. Called from one thread. */
public interface Sink {
    /** A message begins; records that follow belong to it. */
    void message(Message message);

    /** A good record of the current message. */
    void record(Canonical record);

    /** A line that gave a problem instead of a record, but names a SKU (as mapped): that SKU is not absent from a full feed. */
    default void named(String sku, Optional<String> location) {}

    /** A problem; where its {@code line} is held or rejected, that line gives no record. */
    void problem(Problem problem);

    /** Message {@code n} turned out incomplete or wrong as a whole: its records do not count. The problem was told before. */
    void fallen(int n);

    /**
     * Message {@code n} cannot be believed for what it says of itself (its head, its count of lines), though all of it
     * could be read: its records do not count, what is wrong with its lines does. It may still fall.
     */
    default void refused(int n) {
        fallen(n);
    }

    /**
     * Message {@code n} has ended, standing or fallen.
     *
     * @param lines that were to give records
     * @param bad those of them that were held or rejected; a line with two problems counts once
     */
    default void ended(int n, int lines, int bad) {}

    /** Where the next record stands, as X12 counts it. */
    default void place(Spot spot) {}

    /** An interchange of X12 has ended: what its sender is to hear of it. */
    default void received(Received interchange) {}

    /** The document answers something that we sent; told of whole interchanges only. */
    default void answered(Answered answer) {}

    /** Bytes were mended, as the mapping allows: {@code repair} in its own word (bom, isa_padding …). Not a problem. */
    default void repaired(String repair, String at) {}
}
