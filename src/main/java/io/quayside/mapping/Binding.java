package io.quayside.mapping;

import io.quayside.mapping.format.Reference;
import java.util.Optional;

/** Finds the places that a mapping names in one document: columns by its header, segments by their path. */
interface Binding {
    /** Empty where this document has no such place (a column that is optional). */
    Optional<Reference> reference(String path);
}
