package io.quayside.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A compiled mapping file. Immutable; may be used by many threads at once. */
public interface Mapping {
    /** Name under the mappings folder: {@code acme/inventory}. */
    String name();

    /** The partner it names; empty for house layouts, which are any partner's. */
    Optional<String> partner();

    /** SHA-256 of the file and the tables it names. */
    byte[] hash();

    Guards guards();

    Feed feed();

    /** When its documents are expected; empty where nobody waits for them. */
    default Optional<Expectation> expectation() {
        return Optional.empty();
    }

    /**
     * Reads a document. Bytes that cannot be read become problems, never exceptions; only {@code bytes} itself may throw.
     *
     * @param bytes raw or gzip, read to the end, not closed
     * @param fileName for `from: filename`
     * @param partner what the partner's file says, for envelopes and the default location
     */
    void read(InputStream bytes, String fileName, PartnerFile partner, Sink sink) throws IOException;
}
