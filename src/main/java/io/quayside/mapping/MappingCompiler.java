package io.quayside.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles one mapping file. Strict: what it does not understand is a {@link Fault} at its line. */
final class MappingCompiler {
    /** The formats of this version, and the keys that a mapping of each may have. */
    private static final Map<String, List<String>> KEYS = keys();

    private static final Map<String, String> FORMATS = Map.of(
            "fixed", "fixed-width files",
            "xlsx", "workbooks",
            "edifact", "EDIFACT",
            "xml", "XML");

    private final String name;
    private final String file;
    private final Tables tables;
    private final Fingerprint fingerprint = new Fingerprint();

    /**
     * For one file.
     *
     * @param name under the mappings folder: {@code acme/inventory}
     * @param file as a person calls it, for faults
     */
    MappingCompiler(String name, String file, Tables tables) {
        this.name = name;
        this.file = file;
        this.tables = tables;
    }

    Compiled compile(String text) {
        fingerprint.add(text);
        Yaml yaml = Yaml.parse(file, text);
        String format = format(yaml);
        boolean writes = writes(yaml);
        Yaml.Keys keys = yaml.keys(writes ? WriteCompiler.KEYS : KEYS.get(format));
        Yaml version = keys.need("mapping", "mapping: 1");
        if (!version.text().equals("1")) {
            throw version.fault("'" + version.text() + "' is no version of the mapping language; write `mapping: 1`");
        }
        About about = about(keys);
        if (writes) {
            return new WriteCompiler().compile(keys, format, about);
        }
        return switch (format) {
            case "csv" -> new CsvCompiler(this::table).compile(keys, about);
            case "x12" -> new X12Compiler(this::table).compile(keys, about);
            default -> new JsonCompiler(this::table).compile(keys, about);
        };
    }

    private static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("csv", CsvCompiler.KEYS);
        keys.put("x12", X12Compiler.KEYS);
        keys.put("json", JsonCompiler.KEYS);
        keys.put("ndjson", JsonCompiler.KEYS);
        return Collections.unmodifiableMap(keys);
    }

    private static boolean writes(Yaml yaml) {
        Map<String, Yaml> entries = yaml.entries();
        return entries.containsKey("write")
                || Optional.ofNullable(entries.get("produces"))
                        .filter(p -> p.isText() && p.text().equals(WriteCompiler.PURCHASE_ORDER))
                        .isPresent();
    }

    private Optional<String> table(String table) {
        Optional<String> text = tables.read(table);
        text.ifPresent(fingerprint::add);
        return text;
    }

    private String format(Yaml yaml) {
        Yaml source = Optional.ofNullable(yaml.entries().get("source"))
                .orElseThrow(() -> yaml.fault("'source' is missing; write `source: {format: csv}`"));
        Yaml format = Optional.ofNullable(source.entries().get("format"))
                .orElseThrow(() -> source.fault(
                        "'format' is missing; write `format: csv`, `format: x12`, `format: json` or `format: jsonl`"));
        if (FORMATS.containsKey(format.text())) {
            throw format.fault("this version does not read " + FORMATS.get(format.text()) + "; it reads "
                    + String.join(", ", KEYS.keySet()));
        }
        return format.oneOf(KEYS.keySet());
    }

    private About about(Yaml.Keys keys) {
        Optional<Yaml> errors = keys.get("errors");
        Feed feed = FeedCompiler.feed(feed(keys), FeedCompiler.maxBadPct(errors));
        About.Terms terms = new About.Terms(
                FeedCompiler.guards(keys.get("guards")),
                feed,
                FeedCompiler.fate(errors),
                keys.get("expect").map(ExpectationCompiler::expectation));
        List<Trial> trials = keys.get("tests").map(Trial::of).orElse(List.of());
        return new About(name, keys.get("partner").map(Yaml::text), fingerprint, terms, trials);
    }

    /** The feed of the file, or that of its messages which says what becomes of the absent: of inventories. */
    private static Optional<Yaml> feed(Yaml.Keys keys) {
        return keys.get("feed").or(() -> keys.get("documents").stream()
                .flatMap(documents -> documents.entries().values().stream())
                .filter(document -> document.isMap()
                        && Optional.ofNullable(document.entries().get("produces"))
                                .filter(Yaml::isText)
                                .filter(p -> p.text().equals(Canonical.Kind.INVENTORY.word()))
                                .isPresent())
                .flatMap(document -> Optional.ofNullable(document.entries().get("feed")).stream())
                .findFirst());
    }
}
