package io.quayside.mapping;

import io.quayside.mapping.format.CsvDialect;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles a mapping for CSV. */
record CsvCompiler(Tables tables) {
    static final List<String> KEYS = List.of(
            "mapping",
            "partner",
            "source",
            "produces",
            "feed",
            "guards",
            "fields",
            "emit",
            "unique",
            "unpivot",
            "errors",
            "expect",
            "tests");
    private static final List<String> SOURCE =
            List.of("format", "charset", "delimiter", "header", "columns", "skip", "complete");

    CsvMapping compile(Yaml.Keys keys, About about) {
        Yaml.Keys source = keys.need("source", "source: {format: csv}").keys(SOURCE);
        CsvColumns columns = columns(source, keys.get("unpivot"));
        boolean header = source.get("header").map(h -> !isNone(h)).orElse(true);
        FieldCompiler fields =
                new FieldCompiler(tables, paths(columns, source.get("columns").isPresent(), header));
        MessageRule message = new FeedCompiler(fields).message(keys.get("feed"));
        message.mode().ifPresent(m -> {
            throw keys.get("feed").orElseThrow().fault("a CSV file is `mode: full` or `mode: delta`");
        });
        Shape shape = RuleCompiler.shape(keys.need("produces", "produces: inventory"));
        RecordRule rule = new RuleCompiler(fields).rule(shape, keys, given(columns, shape));
        RuleCompiler.complete(rule, Set.of(), keys.need("fields", "fields:"));
        if (message.fileName().isEmpty()) {
            message.asOf().ifPresent(field -> rule.fields().put(Target.AS_OF, field));
        }
        return new CsvMapping(about, dialect(source, header), columns, message, rule);
    }

    private static CsvColumns columns(Yaml.Keys source, Optional<Yaml> unpivot) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        source.get("columns").ifPresent(c -> c.entries().forEach((name, headers) -> names.put(name, headers.texts())));
        Optional<Yaml.Keys> header =
                source.get("header").filter(h -> !isNone(h)).map(h -> h.keys(List.of("match", "required")));
        boolean loose = header.flatMap(h -> h.get("match"))
                .map(m -> m.oneOf(List.of("loose", "exact")).equals("loose"))
                .orElse(true);
        List<Yaml> required =
                header.flatMap(h -> h.get("required")).map(Yaml::list).orElse(List.of());
        required.stream()
                .filter(r -> !names.isEmpty() && !names.containsKey(r.text()))
                .findFirst()
                .ifPresent(r -> {
                    throw unknown(r, r.text(), names.keySet());
                });
        return new CsvColumns(
                names, loose, required.stream().map(Yaml::text).toList(), unpivot.map(CsvCompiler::unpivot));
    }

    private static CsvColumns.Unpivot unpivot(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("columns", "as", "value"));
        return new CsvColumns.Unpivot(
                keys.need("columns", "columns: \"DC*\"").text(),
                keys.need("as", "as: location").text(),
                keys.need("value", "value: quantity").text());
    }

    /** Names that stand for unpivoted columns are fields by themselves, where they are called like one. */
    private static Map<Target, Field> given(CsvColumns columns, Shape shape) {
        Map<Target, Field> given = new LinkedHashMap<>();
        columns.unpivot().ifPresent(u -> List.of(u.as(), u.value()).forEach(name -> Target.of(name)
                .filter(shape.fields()::contains)
                .ifPresent(target -> given.put(target, Field.of(name)))));
        return given;
    }

    private static Paths paths(CsvColumns columns, boolean declared, boolean header) {
        Set<String> names = new LinkedHashSet<>(columns.names().keySet());
        columns.unpivot().ifPresent(u -> names.addAll(List.of(u.as(), u.value())));
        return (path, at) -> {
            if (declared && !names.contains(path)) {
                throw unknown(at, path, names);
            }
            if (!declared && !header && !path.matches("[1-9][0-9]*") && !names.contains(path)) {
                throw at.fault("'" + path + "' is no column number; with `header: none` columns go by number, from 1");
            }
        };
    }

    private static Fault unknown(Yaml at, String name, Set<String> names) {
        return at.fault("no column '" + name + "' under `columns`" + Nearest.hint(name, names));
    }

    private static CsvDialect dialect(Yaml.Keys source, boolean header) {
        Optional<Yaml.Keys> skip = source.get("skip").map(s -> s.keys(List.of("blank", "starting")));
        return new CsvDialect(
                source.get("charset").map(CsvCompiler::charsets).orElse(List.of(StandardCharsets.UTF_8)),
                source.get("delimiter").map(CsvCompiler::delimiter),
                header,
                skip.flatMap(s -> s.get("blank")).map(Yaml::truth).orElse(true),
                skip.flatMap(s -> s.get("starting")).map(Yaml::texts).orElse(List.of()),
                source.get("complete")
                        .map(c -> c.keys(List.of("final_newline")))
                        .flatMap(c -> c.get("final_newline"))
                        .map(Yaml::truth)
                        .orElse(true));
    }

    static List<Charset> charsets(Yaml yaml) {
        if (yaml.isMap()) {
            throw yaml.fault(
                    "a list of charsets belongs here; charsets by syntax identifier are EDIFACT's, which this version does not read");
        }
        return yaml.list().stream().map(CsvCompiler::charset).toList();
    }

    private static Charset charset(Yaml yaml) {
        try {
            return Charset.forName(yaml.text());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw yaml.fault("no charset '" + yaml.text() + "'"
                    + Nearest.hint(
                            yaml.text(), List.of("utf-8", "utf-16", "windows-1252", "iso-8859-1", "iso-8859-15")));
        }
    }

    static char delimiter(Yaml yaml) {
        String text = yaml.text().equals("\\t") ? "\t" : yaml.text();
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw yaml.fault("a delimiter is one character, for example \",\" or \"\\t\"");
        }
        return text.charAt(0);
    }

    static boolean isNone(Yaml header) {
        return header.isText() && header.oneOf(List.of("none")).equals("none");
    }
}
