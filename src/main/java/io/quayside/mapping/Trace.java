package io.quayside.mapping;

import java.util.Map;

/** Hears where each field of a record came from, just before the record goes to the sink. */
interface Trace {
    Trace NONE = origins -> {};

    void origins(Map<String, String> origins);
}
