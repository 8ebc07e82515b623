package io.quayside.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a purchase order has to say: the placeholders of `write`, each with its place in the order's JSON. */
enum Term {
    PO("/number", Kind.IDENTIFIER, false),
    PARTNER("/partner", Kind.IDENTIFIER, false),
    LOCATION("/location", Kind.IDENTIFIER, false),
    DATE("", Kind.MOMENT, false),
    TIME("", Kind.MOMENT, false),
    CONTROL("", Kind.NUMBER, false),
    ORDER("/order/number", Kind.IDENTIFIER, false),
    STOREFRONT("/order/storefront", Kind.IDENTIFIER, false),
    PLACED("/order/placed_at", Kind.MOMENT, false),
    SERVICE("/order/service", Kind.TEXT, false),
    SHIP_TO_NAME("/order/ship_to/name", Kind.TEXT, false),
    SHIP_TO_COMPANY("/order/ship_to/company", Kind.TEXT, false),
    SHIP_TO_LINE1("/order/ship_to/lines/0", Kind.TEXT, false),
    SHIP_TO_LINE2("/order/ship_to/lines/1", Kind.TEXT, false),
    SHIP_TO_LINE3("/order/ship_to/lines/2", Kind.TEXT, false),
    SHIP_TO_LINE4("/order/ship_to/lines/3", Kind.TEXT, false),
    SHIP_TO_CITY("/order/ship_to/city", Kind.TEXT, false),
    SHIP_TO_REGION("/order/ship_to/region", Kind.CODE, false),
    SHIP_TO_POSTAL("/order/ship_to/postal", Kind.CODE, false),
    SHIP_TO_COUNTRY("/order/ship_to/country", Kind.CODE, false),
    SHIP_TO_PHONE("/order/ship_to/phone", Kind.CODE, false),
    SHIP_TO_EMAIL("/order/ship_to/email", Kind.CODE, false),
    COUNT("", Kind.NUMBER, false),
    TOTAL("", Kind.NUMBER, false),
    LINE("/line", Kind.IDENTIFIER, true),
    SKU("/sku", Kind.IDENTIFIER, true),
    SUPPLIER_SKU("/supplier_sku", Kind.IDENTIFIER, true),
    QUANTITY("/ordered", Kind.NUMBER, true),
    NAME("/name", Kind.TEXT, true),
    COST("/cost/amount", Kind.NUMBER, true),
    CURRENCY("/cost/currency", Kind.CODE, true),
    ORDER_LINE("/order_line", Kind.IDENTIFIER, true),
    REQUESTED("/requested", Kind.MOMENT, true);

    /** What may become of a value that does not fit. */
    enum Kind {
        /** Written exactly or not at all: then the order is not written. */
        IDENTIFIER,
        /** Cut, and written in letters that the format has. */
        TEXT,
        /** Left out: half of a postal code or telephone number is a wrong one. */
        CODE,
        NUMBER,
        MOMENT
    }

    private static final Map<String, Term> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Term::word, Function.identity()));

    private final String pointer;
    private final Kind kind;
    private final boolean ofLine;

    Term(String pointer, Kind kind, boolean ofLine) {
        this.pointer = pointer;
        this.kind = kind;
        this.ofLine = ofLine;
    }

    static Optional<Term> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** As mappings say it: {@code ship_to.name}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("^ship_to_", "ship_to.");
    }

    /** Where it stands in the order's JSON, or in a line of it; empty where it is counted. */
    String pointer() {
        return pointer;
    }

    Kind kind() {
        return kind;
    }

    boolean ofLine() {
        return ofLine;
    }

    /** Of address lines, which it is, from 1; else 0. */
    int addressLine() {
        return this.compareTo(SHIP_TO_LINE1) >= 0 && this.compareTo(SHIP_TO_LINE4) <= 0
                ? ordinal() - SHIP_TO_LINE1.ordinal() + 1
                : 0;
    }
}
