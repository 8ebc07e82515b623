package io.quayside.mapping;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text with placeholders, for one element or column: {@code "{date|yyyyMMdd}"}, {@code "PO {po}"}. Immutable. */
record Phrase(List<Part> parts) {
    static final Phrase EMPTY = new Phrase(List.of());

    /** A text as it is, or what a placeholder stands for. */
    sealed interface Part permits Literal, Placeholder {}

    record Literal(String text) implements Part {}

    /** {@code format} is a pattern of dates or numbers. */
    record Placeholder(Term term, Optional<String> format) implements Part {
        Optional<String> text(OrderValues values) {
            return values.text(term).map(this::formatted);
        }

        private String formatted(String text) {
            return switch (term.kind()) {
                case MOMENT -> dated(text);
                case NUMBER -> numbered(text);
                default -> text;
            };
        }

        private String dated(String text) {
            String pattern = format.orElse(term == Term.TIME ? "HH:mm" : "yyyy-MM-dd");
            try {
                return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(moment(text));
            } catch (DateTimeException e) {
                throw new Unwritable(term.word() + " '" + text + "' cannot be written as " + pattern);
            }
        }

        private static TemporalAccessor moment(String text) {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC)
                    : OffsetDateTime.ofInstant(OffsetDateTime.parse(text).toInstant(), ZoneOffset.UTC);
        }

        /** Without a pattern as short as it can be: 10.50 is 10.5. */
        private String numbered(String text) {
            try {
                BigDecimal number = new BigDecimal(text);
                return format.map(pattern -> new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                                .format(number))
                        .orElseGet(() ->
                                (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString());
            } catch (NumberFormatException e) {
                throw new Unwritable(term.word() + " '" + text + "' is no number");
            }
        }
    }

    List<Placeholder> placeholders() {
        return parts.stream()
                .filter(Placeholder.class::isInstance)
                .map(Placeholder.class::cast)
                .toList();
    }

    /** What is written as it stands. */
    Stream<String> literals() {
        return parts.stream().filter(Literal.class::isInstance).map(part -> ((Literal) part).text());
    }

    /** Whether it has placeholders and none of them stands for anything. */
    boolean isSilent(OrderValues values) {
        return placeholders().stream().allMatch(p -> values.text(p.term()).isEmpty());
    }

    /** The text; empty where its placeholders stand for nothing. */
    String text(OrderValues values) {
        if (!placeholders().isEmpty() && isSilent(values)) {
            return "";
        }
        return parts.stream()
                .map(part -> part instanceof Literal literal
                        ? literal.text()
                        : ((Placeholder) part).text(values).orElse(""))
                .collect(Collectors.joining());
    }

    /** Whether a placeholder of the kind is in it. */
    boolean has(Term.Kind kind) {
        return placeholders().stream().anyMatch(p -> p.term().kind() == kind);
    }

    /** What it is called in problems: the names in it. */
    String name() {
        return placeholders().stream().map(p -> p.term().word()).collect(Collectors.joining(", "));
    }

    /** Whether dates can be written so; for the compiler. */
    static boolean isDatePattern(String pattern) {
        try {
            return !DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                    .format(Instant.EPOCH.atOffset(ZoneOffset.UTC))
                    .isEmpty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    /** Whether numbers can be written so; for the compiler. */
    static boolean isNumberPattern(String pattern) {
        return pattern.matches("#*0+([.]0*#*)?");
    }
}
