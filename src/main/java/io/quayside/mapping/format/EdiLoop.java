package io.quayside.mapping.format;

import java.util.Optional;

/** A loop of segments, or the head of a message, and the way up to what holds it. */
public final class EdiLoop implements Node {
    private final String at;
    private final Optional<String> orphan;

    EdiLoop(String at, Optional<String> orphan) {
        this.at = at;
        this.orphan = orphan;
    }

    @Override
    public String at() {
        return at;
    }

    /** The number of a parent that it (or one of its ancestors) names and that is not there. */
    public Optional<String> orphan() {
        return orphan;
    }
}
