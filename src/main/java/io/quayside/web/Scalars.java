package io.quayside.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.Nearest;
import io.quayside.store.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a single JSON value must look like to become a value of ours. */
final class Scalars {
    private Scalars() {}

    /** Sums of them over all locations stay whole numbers that a computer can hold. */
    private static final int MOST = 100_000_000;

    /** What ISO 8601 writes with four digits, and every database keeps. */
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    /** What to write instead; empty when the value fits. */
    static Optional<String> complaint(JsonNode node, Class<?> type) {
        if (type == String.class) {
            return text(node);
        }
        if (type == int.class || type == Integer.class) {
            return expect(
                    node.isIntegralNumber() && node.canConvertToInt() && Math.abs(node.longValue()) <= MOST,
                    "write a whole number of at most " + MOST + ", for example 12");
        }
        if (type == long.class || type == Long.class) {
            return expect(node.isIntegralNumber() && node.canConvertToLong(), "write a whole number, for example 12");
        }
        if (type == boolean.class || type == Boolean.class) {
            return expect(node.isBoolean(), "write true or false");
        }
        if (type == LocalDate.class) {
            return expect(parses(node, Scalars::date), "write a date as yyyy-MM-dd, for example 2026-09-14");
        }
        if (type == Instant.class) {
            return expect(
                    parses(node, Scalars::moment),
                    "write a time in ISO 8601 with its zone, for example 2026-09-14T11:00:00Z");
        }
        if (type == LocalTime.class) {
            return expect(parses(node, LocalTime::parse), "write a time of day as HH:mm, for example 15:30");
        }
        if (type.isEnum()) {
            return word(node, type);
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        if (!node.isTextual()) {
            return Optional.of("write a text in quotes");
        }
        // PostgreSQL stores neither of these.
        return expect(
                node.textValue().indexOf('\0') < 0
                        && StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue()),
                "leave out the characters that are not Unicode text (U+0000, half surrogates)");
    }

    private static Optional<String> word(JsonNode node, Class<?> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> Json.MAPPER.convertValue(constant, String.class))
                .toList();
        if (node.isTextual() && words.contains(node.textValue())) {
            return Optional.empty();
        }
        String meant = Nearest.to(node.asText(), words)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
        return Optional.of("write one of " + String.join(", ", words) + meant);
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        YEARS.checkValidValue(date.getYear(), ChronoField.YEAR);
        return date;
    }

    private static Instant moment(String text) {
        Instant moment = Instant.parse(text);
        YEARS.checkValidValue(moment.atOffset(ZoneOffset.UTC).getYear(), ChronoField.YEAR);
        return moment;
    }

    private static boolean parses(JsonNode node, Function<String, ?> parser) {
        if (!node.isTextual()) {
            return false;
        }
        try {
            return parser.apply(node.textValue()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<String> expect(boolean fits, String write) {
        return fits ? Optional.empty() : Optional.of(write);
    }
}
