package io.quayside.mapping;

/** Knows whether a path may stand in a mapping of its format. */
interface Paths {
    /** Throws a {@link Fault} at {@code at} where the path is none. */
    void check(String path, Yaml at);
}
