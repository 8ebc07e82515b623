package io.quayside.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compiles `feed`, `guards` and `errors`. */
record FeedCompiler(FieldCompiler fields) {
    private static final List<String> KEYS = List.of("mode", "scope", "absent", "older", "as_of");
    private static final double MAX_BAD_PCT = 2;

    MessageRule message(Optional<Yaml> feed) {
        if (feed.isEmpty()) {
            return MessageRule.FULL;
        }
        Yaml.Keys keys = feed.get().keys(KEYS);
        keys.get("older").ifPresent(older -> older.oneOf(List.of("ignore")));
        keys.get("scope").ifPresent(FeedCompiler::scope);
        Optional<Yaml> mode = keys.get("mode");
        boolean full = mode.filter(Yaml::isText)
                .map(m -> m.oneOf(Target.MODE.codes()).equals("full"))
                .orElse(true);
        Optional<Field> byMessage = mode.filter(m -> !m.isText()).map(m -> fields.field(Target.MODE, m, Set.of()));
        MessageRule asOf = keys.get("as_of").map(this::asOf).orElse(MessageRule.FULL);
        return new MessageRule(full, byMessage, asOf.fileName(), asOf.asOf());
    }

    /** What holds between the documents of one feed. */
    static Feed feed(Optional<Yaml> feed, double maxBadPct) {
        Optional<Yaml.Keys> absent =
                feed.flatMap(f -> f.keys(KEYS).get("absent")).map(a -> a.keys(List.of("then", "after")));
        boolean zero = absent.flatMap(a -> a.get("then"))
                .map(then -> then.oneOf(List.of("keep", "zero")).equals("zero"))
                .orElse(false);
        int after =
                absent.flatMap(a -> a.get("after")).map(n -> n.number(1, 1_000)).orElse(1);
        return new Feed(zero ? Feed.Absent.ZERO : Feed.Absent.KEEP, after, maxBadPct);
    }

    static Guards guards(Optional<Yaml> guards) {
        if (guards.isEmpty()) {
            return Guards.DEFAULT;
        }
        Yaml.Keys keys = guards.get().keys(List.of("rows", "to_zero_pct", "unknown_sku_pct", "quantity_max", "then"));
        Optional<Yaml.Keys> rows = keys.get("rows").map(r -> r.keys(List.of("min", "change_pct")));
        Guards usual = Guards.DEFAULT;
        return new Guards(
                number(rows.flatMap(r -> r.get("min"))),
                rows.flatMap(r -> r.get("change_pct"))
                        .map(FeedCompiler::percent)
                        .orElse(usual.changePct()),
                keys.get("to_zero_pct").map(FeedCompiler::percent).orElse(usual.toZeroPct()),
                keys.get("unknown_sku_pct").map(FeedCompiler::percent).orElse(usual.unknownSkuPct()),
                number(keys.get("quantity_max")),
                keys.get("then").map(then -> then(then)).orElse(usual.then()));
    }

    /** What becomes of a line with a problem: held or rejected. */
    static String fate(Optional<Yaml> errors) {
        String line = errors.flatMap(e -> e.keys(List.of("line", "max_bad_pct")).get("line"))
                .map(l -> l.oneOf(List.of("held", "reject")))
                .orElse("held");
        return line.equals("held") ? line : "rejected";
    }

    static double maxBadPct(Optional<Yaml> errors) {
        return errors.flatMap(e -> e.keys(List.of("line", "max_bad_pct")).get("max_bad_pct"))
                .map(pct -> Optional.ofNullable(NumberStyle.PLAIN.parse(pct.text()))
                        .filter(n -> n.signum() >= 0 && n.intValue() <= 100)
                        .orElseThrow(() -> pct.fault("'" + pct.text() + "' is no share from 0 to 100"))
                        .doubleValue())
                .orElse(MAX_BAD_PCT);
    }

    private MessageRule asOf(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("from", "join", "pattern", "format", "zone"));
        Dates dates = DatesCompiler.dates(keys, "format");
        boolean named = keys.get("from")
                .map(from -> from.isText() && from.text().equals("filename"))
                .orElse(false);
        if (!named) {
            Field place = fields.field(Target.AS_OF, yaml.only(List.of("from", "join")), Set.of());
            Field field = new Field(place.source(), List.of(), Amount.PLAIN, dates, List.of());
            return new MessageRule(true, Optional.empty(), Optional.empty(), Optional.of(field));
        }
        Pattern pattern = keys.get("pattern").map(FeedCompiler::pattern).orElse(Pattern.compile(".*"));
        Source name = new Source(List.of(), Source.Take.FIRST, Optional.empty());
        Field field = new Field(name, List.of(), Amount.PLAIN, dates, List.of());
        return new MessageRule(true, Optional.empty(), Optional.of(pattern), Optional.of(field));
    }

    private static Pattern pattern(Yaml yaml) {
        try {
            return Pattern.compile(yaml.text());
        } catch (PatternSyntaxException e) {
            throw yaml.fault("no pattern: " + e.getDescription());
        }
    }

    private static void scope(Yaml scope) {
        if (!Set.copyOf(scope.texts()).equals(Set.of("partner", "location"))) {
            throw scope.fault("this version knows `scope: [partner, location]` only");
        }
    }

    private static int percent(Yaml yaml) {
        return yaml.number(0, 1_000);
    }

    private static java.util.OptionalInt number(Optional<Yaml> yaml) {
        return yaml.map(y -> java.util.OptionalInt.of(y.number(0, Integer.MAX_VALUE)))
                .orElse(java.util.OptionalInt.empty());
    }

    private static Guards.Then then(Yaml yaml) {
        return Map.of("held", Guards.Then.HELD, "reject", Guards.Then.REJECT, "warn", Guards.Then.WARN)
                .get(yaml.oneOf(List.of("held", "reject", "warn")));
    }
}
