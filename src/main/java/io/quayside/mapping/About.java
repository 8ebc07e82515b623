package io.quayside.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What every mapping has, whatever its format.
 *
 * @param terms how its documents are judged
 * @param trials what only `check` asks for
 */
record About(String name, Optional<String> partner, Fingerprint fingerprint, Terms terms, List<Trial> trials) {
    /**
     * How documents are judged.
     *
     * @param fate what becomes of a line with a problem: held or rejected
     * @param expectation when they are expected, where that is said
     */
    record Terms(Guards guards, Feed feed, String fate, Optional<Expectation> expectation) {}
}
