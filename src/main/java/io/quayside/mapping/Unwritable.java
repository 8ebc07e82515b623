package io.quayside.mapping;

/** A document that cannot be written as the mapping says. One sentence for a person; never logged with a trace. */
public final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unwritable(String sentence) {
        super(sentence, null, false, false);
    }
}
