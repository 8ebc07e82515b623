package io.quayside.supply.orders;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The ship rule of an order (allocation.md, rule 5), by its words. */
public enum Ship {
    ANY,
    LINE,
    COMPLETE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
