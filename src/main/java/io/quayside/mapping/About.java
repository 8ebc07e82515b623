package io.quayside.mapping;

import java.util.Optional;

/**
 * What every mapping has, whatever its format.
 *
 * @param terms how its documents are judged
 * @param checking what only `check` asks for
 */
record About(String name, Optional<String> partner, Fingerprint fingerprint, Terms terms, Checking checking) {
    /**
     * How documents are judged.
     *
     * @param fate what becomes of a line with a problem: held or rejected
     */
    record Terms(Guards guards, Feed feed, String fate) {}

    /**
     * What `check` does with the file.
     *
     * @param notes what is understood and without effect in this version
     */
    record Checking(java.util.List<Trial> trials, java.util.List<String> notes) {}
}
