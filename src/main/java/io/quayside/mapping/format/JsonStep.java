package io.quayside.mapping.format;

/** One step of a JSON path. */
sealed interface JsonStep {
    /** Into the value under a name. */
    record Key(String name) implements JsonStep {}

    /** {@code [*]}: into every value of a list; a value that is no list is taken for a list of one. */
    record Every() implements JsonStep {}

    /** {@code [0]}: into one value of a list. */
    record Index(int index) implements JsonStep {}
}
