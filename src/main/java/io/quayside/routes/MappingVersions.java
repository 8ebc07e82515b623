package io.quayside.routes;

import java.util.Optional;

/** Which version of a mapping counts now. */
@FunctionalInterface
public interface MappingVersions {
    /** Where nobody changes a mapping. */
    MappingVersions NONE = mapping -> Optional.empty();

    /** A hash of all that the mapping says; empty where there is none of that name. */
    Optional<byte[]> of(String mapping);
}
