package io.quayside.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A mapping file, compiled. Immutable. */
abstract class Compiled implements Mapping {
    private final About about;

    Compiled(About about) {
        this.about = about;
    }

    /** Reads a document, telling where values came from as well. */
    abstract void read(InputStream bytes, String fileName, PartnerFile partner, Lines.Output output) throws IOException;

    About about() {
        return about;
    }

    @Override
    public final String name() {
        return about.name();
    }

    @Override
    public final Optional<String> partner() {
        return about.partner();
    }

    @Override
    public final byte[] hash() {
        return about.fingerprint().bytes();
    }

    @Override
    public final Guards guards() {
        return about.terms().guards();
    }

    @Override
    public final Feed feed() {
        return about.terms().feed();
    }

    @Override
    public final Optional<Expectation> expectation() {
        return about.terms().expectation();
    }

    @Override
    public final void read(InputStream bytes, String fileName, PartnerFile partner, Sink sink) throws IOException {
        read(bytes, fileName, partner, new Lines.Output(sink, Trace.NONE));
    }

    @Override
    public final String toString() {
        return name();
    }
}
