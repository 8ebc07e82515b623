package io.quayside.mapping;

import java.time.Instant;
import java.util.Optional;

/**
 * One message of a document: a transaction set of an interchange, or the whole of a CSV file.
 *
 * @param n from 1, in the order of the document
 * @param control interchange control number (ISA13); empty for CSV
 * @param full whether what it does not name is absent (`mode: full`), or untouched (`delta`)
 * @param asOf the moment it speaks of, where it says one
 * @param distinct whether the mapping holds a second line of the same SKU and location
 */
public record Message(
        int n, Canonical.Kind kind, Optional<String> control, boolean full, Optional<Instant> asOf, boolean distinct) {}
