package io.quayside.routes;

/** Why a route file does not run: one sentence that begins with its line, and says what to write. */
final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1L;

    /** {@code line} counts from 1. */
    RefusedFile(int line, String sentence) {
        super("line " + line + ": " + sentence, null, false, false);
    }
}
