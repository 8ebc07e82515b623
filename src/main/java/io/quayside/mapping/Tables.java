package io.quayside.mapping;

import java.util.Optional;

/** The files beside a mapping that it may name. */
interface Tables {
    /** The text of a file of this name; empty where there is none. */
    Optional<String> read(String name);
}
