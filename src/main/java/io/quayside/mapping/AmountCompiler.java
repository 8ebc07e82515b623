package io.quayside.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compiles what may stand in a field that is a quantity. */
record AmountCompiler(Paths paths) {
    static final List<String> KEYS = List.of("number", "words", "uom", "pack", "min", "below_min");

    Amount amount(Yaml.Keys keys) {
        return new Amount(
                keys.get("number").map(AmountCompiler::style).orElse(NumberStyle.PLAIN),
                keys.get("words").map(AmountCompiler::words).orElse(Map.of()),
                units(keys),
                keys.get("min").map(min -> min.number(0, Integer.MAX_VALUE)).orElse(0),
                keys.get("below_min")
                        .map(b -> b.oneOf(List.of("held", "zero")))
                        .orElse("held")
                        .equals("zero"));
    }

    private static NumberStyle style(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("locale", "decimal"));
        if (keys.get("decimal").isPresent()) {
            return NumberStyle.ofDecimal(
                    keys.get("decimal").get().oneOf(List.of(".", ",")).charAt(0));
        }
        Yaml locale = keys.need("locale", "locale: en-US");
        Locale found = Locale.forLanguageTag(locale.text());
        if (found.getLanguage().isEmpty()) {
            throw locale.fault("'" + locale.text() + "' is no language tag; write for example `en-US`");
        }
        return NumberStyle.of(found);
    }

    private static Map<String, Integer> words(Yaml yaml) {
        Map<String, Integer> words = new HashMap<>();
        yaml.entries()
                .forEach((word, quantity) ->
                        words.put(word.strip().toLowerCase(Locale.ROOT), quantity.number(0, Integer.MAX_VALUE)));
        return words;
    }

    private Amount.Units units(Yaml.Keys keys) {
        Optional<String> pack = keys.get("pack").map(yaml -> {
            if (Packing.positive(yaml.text()).isEmpty()) {
                paths.check(yaml.text(), yaml);
            }
            return yaml.text();
        });
        if (keys.get("uom").isEmpty()) {
            return new Amount.Units(Optional.empty(), Map.of(), pack);
        }
        Yaml uom = keys.get("uom").get();
        if (uom.isText()) {
            paths.check(uom.text(), uom);
            return new Amount.Units(Optional.of(uom.text()), Amount.Units.USUAL, pack);
        }
        Yaml.Keys inner = uom.keys(List.of("from", "table"));
        Yaml from = inner.need("from", "from: Unit");
        paths.check(from.text(), from);
        return new Amount.Units(
                Optional.of(from.text()),
                inner.get("table").map(AmountCompiler::factors).orElse(Amount.Units.USUAL),
                pack);
    }

    private static Map<String, String> factors(Yaml yaml) {
        Map<String, String> factors = new HashMap<>();
        yaml.entries().forEach((unit, factor) -> {
            if (!factor.text().equals(Packing.PACK)
                    && Packing.positive(factor.text()).isEmpty()) {
                throw factor.fault("'" + factor.text() + "' is neither a number above 0 nor `pack`");
            }
            factors.put(unit, factor.text());
        });
        return factors;
    }
}
