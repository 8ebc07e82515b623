package io.quayside.mapping;

import io.quayside.mapping.format.X12Reader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** A mapping for X12: one message a transaction set, several interchanges standing and falling each by itself. */
final class X12Mapping extends Compiled {
    private final X12Reader reader;
    private final Map<String, X12Document> documents;
    private final Optional<EnvelopeRule> envelope;

    X12Mapping(About about, X12Reader reader, Map<String, X12Document> documents, Optional<EnvelopeRule> envelope) {
        super(about);
        this.reader = reader;
        this.documents = documents;
        this.envelope = envelope;
    }

    @Override
    void read(InputStream bytes, String fileName, PartnerFile partner, Lines.Output output) throws IOException {
        new X12Reading(this, fileName, partner, output).read(reader, bytes);
    }

    /** How messages are mapped, by type: "846". */
    Map<String, X12Document> documents() {
        return documents;
    }

    /** Whose interchanges these must be, where the mapping says so. */
    Optional<EnvelopeRule> envelope() {
        return envelope;
    }
}
