package io.quayside.mapping;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Compiles `date`, `format` and `zone`. */
final class DatesCompiler {
    private DatesCompiler() {}

    /** The patterns under {@code key}, ISO 8601 without. */
    static Dates dates(Yaml.Keys keys, String key) {
        ZoneId zone = keys.get("zone").map(DatesCompiler::zone).orElse(ZoneOffset.UTC);
        return keys.get(key).map(patterns -> patterns(patterns, zone)).orElse(Dates.ISO.in(zone));
    }

    static ZoneId zone(Yaml yaml) {
        try {
            return ZoneId.of(yaml.text());
        } catch (DateTimeException e) {
            throw yaml.fault("'" + yaml.text() + "' is no time zone; write for example `America/Chicago`"
                    + Nearest.hint(yaml.text(), ZoneId.getAvailableZoneIds()));
        }
    }

    private static Dates patterns(Yaml yaml, ZoneId zone) {
        if (yaml.isMap()) {
            yaml.keys(List.of());
        }
        try {
            return Dates.of(yaml.texts(), zone);
        } catch (IllegalArgumentException e) {
            throw yaml.fault("no date pattern (" + e.getMessage() + "); write for example `yyyy-MM-dd`");
        }
    }
}
