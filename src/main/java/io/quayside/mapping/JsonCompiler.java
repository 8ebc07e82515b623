package io.quayside.mapping;

import io.quayside.mapping.format.JsonEach;
import io.quayside.mapping.format.JsonPath;
import io.quayside.mapping.format.JsonPivot;
import io.quayside.mapping.format.JsonSource;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Compiles a mapping for JSON or JSON lines. */
record JsonCompiler(Tables tables) {
    static final List<String> KEYS = List.of(
            "mapping",
            "partner",
            "source",
            "produces",
            "feed",
            "guards",
            "header",
            "each",
            "fields",
            "emit",
            "unique",
            "unpivot",
            "errors",
            "expect",
            "tests");

    JsonMapping compile(Yaml.Keys keys, About about) {
        Yaml source = keys.need("source", "source: {format: json}");
        boolean byLine = source.keys(List.of("format", "charset", "complete"))
                .need("format", "format: json")
                .text()
                .equals("ndjson");
        JsonEach each = each(keys, byLine);
        Optional<JsonMapping.Unpivot> unpivot = keys.get("unpivot").map(JsonCompiler::unpivot);
        FieldCompiler fields = new FieldCompiler(tables, paths(each, unpivot));
        MessageRule message = new FeedCompiler(fields).message(keys.get("feed"));
        Shape shape = RuleCompiler.shape(keys.need("produces", "produces: inventory"));
        Map<Target, Field> head = keys.get("header")
                .map(h -> new FieldCompiler(tables, tops(each)).fields(h, shape.fields()))
                .orElse(Map.of());
        RecordRule rule = new RuleCompiler(fields).rule(shape, keys, given(unpivot, shape));
        RuleCompiler.complete(rule, head.keySet(), keys.need("fields", "fields:"));
        if (message.fileName().isEmpty()) {
            message.asOf().ifPresent(field -> rule.fields().put(Target.AS_OF, field));
        }
        return new JsonMapping(
                about, source(source, each, byLine), message, new JsonMapping.Records(head, rule, unpivot));
    }

    private static JsonSource source(Yaml yaml, JsonEach each, boolean byLine) {
        Yaml.Keys keys = yaml.keys(List.of("format", "charset", "complete"));
        List<Charset> charsets = keys.get("charset").map(CsvCompiler::charsets).orElse(List.of(StandardCharsets.UTF_8));
        Optional<Yaml> complete = keys.get("complete");
        if (!byLine && complete.isPresent()) {
            throw complete.get()
                    .fault("a JSON document shows by itself whether it is complete; `complete` is for ndjson");
        }
        boolean finalNewline = complete.flatMap(
                        c -> c.keys(List.of("final_newline")).get("final_newline"))
                .map(Yaml::truth)
                .orElse(true);
        return new JsonSource(
                charsets, each, byLine ? Optional.of(new JsonSource.Lines(finalNewline)) : Optional.empty());
    }

    /** Each line is a record where nothing else is said; of a document somebody has to say what is. */
    private static JsonEach each(Yaml.Keys keys, boolean byLine) {
        if (byLine && keys.get("each").isEmpty()) {
            return JsonEach.parse("$");
        }
        Yaml each = keys.need("each", "each: \"data[*]\"");
        return parsed(each, () -> JsonEach.parse(each.text()));
    }

    private static Paths paths(JsonEach each, Optional<JsonMapping.Unpivot> unpivot) {
        return (path, at) -> {
            boolean isPivot = unpivot.filter(u -> path.equals(u.as()) || path.equals(u.value()))
                    .isPresent();
            if (!isPivot) {
                parsed(at, () -> {
                    each.ask(path, JsonPath.parse(path), false);
                    return path;
                });
            }
        };
    }

    /** Paths of what stands once a page: from its top, with or without `$`. */
    private static Paths tops(JsonEach each) {
        return (path, at) -> parsed(at, () -> {
            JsonPath top = JsonPath.parse(path);
            each.ask(path, top, true);
            return top;
        });
    }

    private static JsonMapping.Unpivot unpivot(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("columns", "as", "value"));
        Yaml columns = keys.need("columns", "columns: \"stock.*\"");
        return new JsonMapping.Unpivot(
                parsed(columns, () -> JsonPivot.parse(columns.text())),
                keys.need("as", "as: location").text(),
                keys.need("value", "value: quantity").text());
    }

    /** Names that stand for members are fields by themselves, where they are called like one. */
    private static Map<Target, Field> given(Optional<JsonMapping.Unpivot> unpivot, Shape shape) {
        Map<Target, Field> given = new LinkedHashMap<>();
        unpivot.ifPresent(u -> List.of(u.as(), u.value()).forEach(name -> Target.of(name)
                .filter(shape.fields()::contains)
                .ifPresent(target -> given.put(target, Field.of(name)))));
        return given;
    }

    private static <T> T parsed(Yaml at, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            throw at.fault(e.getMessage());
        }
    }
}
