package io.quayside.mapping;

/** A mapping or partner file says something that this version cannot do. One sentence with file and line; never logged with a trace. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault(String file, int line, String sentence) {
        super(file + ":" + line + ": " + sentence, null, false, false);
    }

    Fault(String sentence) {
        super(sentence, null, false, false);
    }
}
