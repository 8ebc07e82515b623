package io.quayside.supply.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an item is sold now, only promised, or sold out of what is left. */
public enum ItemStatus {
    ACTIVE,
    PREORDER,
    DISCONTINUED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its word as the database holds it. */
    static ItemStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
