package io.quayside.mapping;

import java.util.List;

/**
 * How one field of a record is made: where its text comes from, what is done to it, how it is read.
 *
 * @param amount used where the field is a quantity
 * @param dates used where it is a date or a moment
 */
record Field(Source source, List<Step> steps, Amount amount, Dates dates, List<When> when) {
    /** A field that is just a column or path. */
    static Field of(String path) {
        return new Field(
                new Source(List.of(path), Source.Take.FIRST, java.util.Optional.empty()),
                List.of(),
                Amount.PLAIN,
                Dates.ISO,
                List.of());
    }
}
