package io.quayside.mapping;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Compiles `expect`. */
final class ExpectationCompiler {
    private ExpectationCompiler() {}

    static Expectation expectation(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("every", "by", "zone", "late_after"));
        Optional<Duration> every = keys.get("every").map(Yaml::length);
        Optional<LocalTime> by = keys.get("by").map(ExpectationCompiler::time);
        if (every.isEmpty() && by.isEmpty()) {
            throw yaml.fault("`expect` says when documents come; write `every: 1h` or `by: \"07:00\"`");
        }
        Optional<Yaml> zone = keys.get("zone");
        if (zone.isPresent() && by.isEmpty()) {
            throw zone.get().fault("`zone` is that of `by`; write `by: \"07:00\"` as well, or leave `zone` out");
        }
        return new Expectation(
                every,
                by,
                zone.<ZoneId>map(DatesCompiler::zone).orElse(ZoneOffset.UTC),
                keys.get("late_after").map(Yaml::length).orElse(Duration.ZERO));
    }

    private static LocalTime time(Yaml yaml) {
        try {
            return LocalTime.parse(yaml.text());
        } catch (DateTimeParseException e) {
            throw yaml.fault("'" + yaml.text() + "' is no time of day; write for example \"07:00\"");
        }
    }
}
