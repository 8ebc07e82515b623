package io.quayside.mapping;

import io.quayside.mapping.format.EdiEach;
import io.quayside.mapping.format.EdiPath;
import io.quayside.mapping.format.EdiTree;
import io.quayside.mapping.format.X12Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Compiles a mapping for X12. */
record X12Compiler(Tables tables) {
    static final List<String> KEYS =
            List.of("mapping", "partner", "source", "documents", "feed", "guards", "errors", "expect", "tests");
    private static final List<String> DOCUMENT =
            List.of("produces", "feed", "header", "tree", "each", "fields", "emit", "unique");

    X12Mapping compile(Yaml.Keys keys, About about) {
        Yaml.Keys source =
                keys.need("source", "source: {format: x12}").keys(List.of("format", "charset", "envelope", "lenient"));
        X12Reader reader = new X12Reader(
                source.get("lenient").map(X12Compiler::lenient).orElse(Set.of()),
                source.get("charset")
                        .map(CsvCompiler::charsets)
                        .orElse(List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)));
        Map<String, X12Document> documents = new LinkedHashMap<>();
        keys.need("documents", "documents: {\"846\": {produces: inventory, …}}")
                .entries()
                .forEach((type, yaml) -> documents.put(type, document(yaml, keys.get("feed"))));
        return new X12Mapping(about, reader, documents, source.get("envelope").map(X12Compiler::envelope));
    }

    private X12Document document(Yaml yaml, Optional<Yaml> common) {
        Yaml.Keys keys = yaml.keys(DOCUMENT);
        Optional<EdiTree> tree = keys.get("tree").map(X12Compiler::tree);
        FieldCompiler fields = new FieldCompiler(tables, (path, at) -> parsed(at, () -> EdiPath.parse(path, tree)));
        Shape shape = RuleCompiler.shape(keys.need("produces", "produces: inventory"));
        Map<Target, Field> head = keys.get("header")
                .map(h -> fields.fields(h, WholeCompiler.headFields(shape)))
                .orElse(Map.of());
        keys.get("header").ifPresent(WholeCompiler::check);
        RecordRule rule = new RuleCompiler(fields).rule(shape, keys, Map.of());
        RuleCompiler.complete(rule, head.keySet(), keys.need("fields", "fields:"));
        Yaml each = keys.need("each", "each: LIN");
        return new X12Document(
                new FeedCompiler(fields).message(keys.get("feed").or(() -> common)),
                WholeCompiler.without(head),
                Optional.ofNullable(head.get(Target.WHOLE)),
                rule,
                parsed(each, () -> EdiEach.parse(each.text(), tree)),
                tree);
    }

    private static <T> T parsed(Yaml at, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            throw at.fault(e.getMessage());
        }
    }

    private static EdiTree tree(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("segment", "id", "parent", "level", "orphan"));
        keys.get("orphan").ifPresent(orphan -> orphan.oneOf(List.of("held")));
        EdiTree usual = EdiTree.HL;
        return new EdiTree(
                keys.get("segment").map(Yaml::text).orElse(usual.segment()),
                keys.get("id").map(i -> i.number(1, 99)).orElse(usual.id()),
                keys.get("parent").map(i -> i.number(1, 99)).orElse(usual.parent()),
                keys.get("level").map(i -> i.number(1, 99)).orElse(usual.level()));
    }

    private static Set<String> lenient(Yaml yaml) {
        List<String> known = X12Reader.LENIENCES.stream().sorted().toList();
        return Set.copyOf(yaml.list().stream().map(word -> word.oneOf(known)).toList());
    }

    static EnvelopeRule envelope(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("sender", "receiver", "versions", "usage"));
        return new EnvelopeRule(
                keys.get("sender").map(X12Compiler::address),
                keys.get("receiver").map(X12Compiler::address),
                keys.get("versions").map(Yaml::texts).orElse(List.of()),
                keys.get("usage").map(u -> u.oneOf(List.of("P", "T"))));
    }

    /** An EDI address as qualifier/id. */
    static String address(Yaml yaml) {
        if (!yaml.text().matches("[^/\\s]{1,4}/\\S.*")) {
            throw yaml.fault("'" + yaml.text() + "' is no address; write qualifier/id, for example \"ZZ/ACMESUPPLY\"");
        }
        return yaml.text();
    }
}
