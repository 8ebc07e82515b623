package io.quayside.inbox;

import io.quayside.mapping.Mapping;
import io.quayside.mapping.PartnerFile;

/** Where documents find their mapping and what is said of their partner, as the files stand now. Thread-safe. */
public interface Layouts {
    /** The mapping of that name; a {@link io.quayside.store.Refusal} says in one sentence why there is none. */
    Mapping mapping(String name);

    /** What the partner's file says, or {@link PartnerFile#unnamed}. */
    PartnerFile partner(String code);
}
