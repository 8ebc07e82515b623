package io.quayside.mapping;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Everything that can be wrong in a document; outsiders rely on the words (contracts, section 3). */
public enum ProblemCode {
    /** There is nothing in it. */
    EMPTY_FILE,
    /** Not the declared format, or a stranger's envelope. */
    WRONG_FORMAT,
    /** The end is missing: a trailer, a count, the last newline. */
    INCOMPLETE,
    /** A required column is not in the header. */
    MISSING_HEADER,
    /** A key of a mapping, partner or route file that the language does not have. */
    UNKNOWN_KEY,
    /** Not a number, or not a whole one where units are counted. */
    BAD_NUMBER,
    /** Not a date in the formats that the mapping names, or not in the calendar. */
    BAD_DATE,
    /** A quantity below zero, or below the minimum. */
    NEGATIVE,
    /** The same key twice in one document. */
    DUPLICATE_LINE,
    /** No item has this SKU, and no partner SKU, gtin or alias leads to one. */
    UNKNOWN_SKU,
    /** No partner (or location of a partner) has this code. */
    UNKNOWN_PARTNER,
    /** A code or word that the mapping has no meaning for. */
    UNKNOWN_CODE,
    /** A count in a trailer differs from what was read. */
    BAD_COUNT,
    /** A control number that was used before with other content. */
    CONTROL_REUSED,
    /** A line that refers to a parent, purchase order or shipment that is not there. */
    ORPHAN_LINE,
    /** A conversion that loses something: half a pack, cents in a whole number. */
    NOT_EXACT,
    /** A line or value above the limit. */
    TOO_LONG,
    /** A file name that is not one clean path segment. */
    BAD_NAME,
    /** A partner answered to more units of a purchase order's line than were open. */
    OVER_ANSWERED,
    /** A partner shipped more units of a purchase order's line than were with it. */
    OVER_SHIPPED,
    /** A partner offers something else than was ordered: nothing happens until somebody decides. */
    NEEDS_DECISION,
    /** Read well, but the gateway failed to apply it: its log says why. */
    NOT_APPLIED,
    /** The partner refused what we sent: what its 997, 999 or TA1 says. */
    REFUSED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
