package io.quayside.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fields that a record may have, and what their values are. */
enum Target {
    SKU(Type.TEXT),
    LOCATION(Type.TEXT),
    QUANTITY(Type.QUANTITY),
    INCOMING(Type.INCOMING),
    REF(Type.TEXT),
    ETA(Type.DATE),
    PO(Type.TEXT),
    LINE(Type.TEXT),
    ACTION(List.of("accept", "backorder", "reject", "substitute", "price_change", "reschedule")),
    DATE(Type.DATE),
    DATE_KIND(List.of("ship", "deliver")),
    SUBSTITUTE_SKU(Type.TEXT),
    PRICE(Type.TEXT),
    /** Of a message: answers all lines of the purchase order that it does not name itself. */
    WHOLE(List.of("accept_all", "reject_all")),
    SHIPMENT(Type.TEXT),
    PURPOSE(List.of("new", "cancel", "replace")),
    TRACKING(Type.TEXTS),
    CARRIER(Type.TEXT),
    SSCC(Type.TEXT),
    SHIPPED(Type.DATE),
    FINAL(Type.TRUTH),
    RECEIVED_AT(Type.MOMENT),
    /** Of a message, not of a record: whether it is full. */
    MODE(List.of("full", "delta")),
    /** Of a message, or of each line where a column says it. */
    AS_OF(Type.MOMENT);

    /** What kind of value it is. */
    enum Type {
        TEXT,
        TEXTS,
        QUANTITY,
        DATE,
        MOMENT,
        TRUTH,
        INCOMING
    }

    private final Type type;
    private final List<String> codes;

    Target(Type type) {
        this.type = type;
        this.codes = List.of();
    }

    Target(List<String> codes) {
        this.type = Type.TEXT;
        this.codes = codes;
    }

    Type type() {
        return type;
    }

    /** The only values it may have; empty where any will do. */
    List<String> codes() {
        return codes;
    }

    /** What is wrong with a line that lacks it. */
    ProblemCode absence() {
        return switch (this) {
            case SKU -> ProblemCode.UNKNOWN_SKU;
            case QUANTITY -> ProblemCode.BAD_NUMBER;
            case ACTION -> ProblemCode.UNKNOWN_CODE;
            default -> ProblemCode.ORPHAN_LINE;
        };
    }

    /** What is wrong with a value that a table has no meaning for. */
    ProblemCode stranger() {
        return this == SKU || this == SUBSTITUTE_SKU ? ProblemCode.UNKNOWN_SKU : ProblemCode.UNKNOWN_CODE;
    }

    /** As mappings and records write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Target> of(String word) {
        return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
    }

    static List<String> words(List<Target> targets) {
        return targets.stream().map(Target::word).toList();
    }
}
