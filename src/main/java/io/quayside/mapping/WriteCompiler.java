package io.quayside.mapping;

import io.quayside.mapping.format.X12Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles a mapping that writes: `produces: purchase-order` with `write`. */
final class WriteCompiler {
    static final List<String> KEYS = List.of("mapping", "partner", "source", "produces", "write", "tests");
    static final String PURCHASE_ORDER = "purchase-order";

    private static final List<String> FORMATS = List.of("csv", "x12");
    private static final String EACH = "each lines";
    private static final String EXAMPLE =
            "write: {BEG: [\"00\", DS, \"{po}\"], each lines: {PO1: [\"{line}\", \"{quantity}\"]}}";
    private static final Set<String> ENVELOPE = Set.of("ISA", "GS", "ST", "SE", "GE", "IEA", "TA1");
    private static final List<String> TESTS = List.of("is", "in", "gt", "lt", "present");

    private int lastAddressLine;

    /** {@code format} is that of {@code source}. */
    WriteMapping compile(Yaml.Keys keys, String format, About about) {
        keys.need("produces", "produces: " + PURCHASE_ORDER).oneOf(List.of(PURCHASE_ORDER));
        Yaml write = keys.need("write", EXAMPLE);
        Yaml source = keys.need("source", "source: {format: x12}");
        if (!FORMATS.contains(format)) {
            throw source.fault("purchase orders are not written as " + format + "; write csv or x12");
        }
        return format.equals("csv") ? csv(source, write, about) : x12(source, write, about);
    }

    private X12OrderMapping x12(Yaml source, Yaml write, About about) {
        Yaml.Keys keys = source.keys(List.of("format", "envelope"));
        List<WriteRule.Block<SegmentRule>> blocks = new ArrayList<>();
        for (Yaml part : write.list()) {
            part.entries().forEach((tag, yaml) -> blocks.add(block(part, tag, yaml)));
        }
        return new X12OrderMapping(
                about, keys.get("envelope").map(X12Compiler::envelope), new WriteRule<>(blocks, lastAddressLine));
    }

    private WriteRule.Block<SegmentRule> block(Yaml at, String tag, Yaml yaml) {
        if (!tag.equals(EACH)) {
            return new WriteRule.Block<>(false, segments(at, tag, yaml, false));
        }
        List<SegmentRule> segments = new ArrayList<>();
        for (Yaml part : yaml.list()) {
            part.entries().forEach((inner, elements) -> segments.addAll(segments(part, inner, elements, true)));
        }
        return new WriteRule.Block<>(true, segments);
    }

    /** One segment, or several of a tag: a list of lists. */
    private List<SegmentRule> segments(Yaml at, String tag, Yaml yaml, boolean ofLine) {
        if (!tag.matches("[A-Z][A-Z0-9]{1,2}")) {
            throw at.fault("'" + tag + "' is no segment" + Nearest.hint(tag, List.of(EACH)));
        }
        if (ENVELOPE.contains(tag)) {
            throw yaml.fault(tag + " is of the envelope, which is written by itself; leave it out");
        }
        boolean several = yaml.isList() && yaml.list().stream().anyMatch(part -> part.isList() || part.isMap());
        return (several ? yaml.list() : List.of(yaml))
                .stream().map(one -> segment(tag, one, ofLine)).toList();
    }

    private SegmentRule segment(String tag, Yaml yaml, boolean ofLine) {
        if (yaml.isMap()) {
            Yaml.Keys keys = yaml.keys(List.of("when", "elements"));
            return new SegmentRule(
                    tag,
                    elements(keys.need("elements", "elements: [ST, \"{ship_to.name}\"]"), ofLine),
                    keys.get("when").map(when -> asked(when, ofLine)).orElse(List.of()));
        }
        return new SegmentRule(tag, elements(yaml, ofLine), List.of());
    }

    private List<Phrase> elements(Yaml yaml, boolean ofLine) {
        if (!yaml.isList()) {
            throw yaml.fault("a list of elements belongs here, for example [ST, \"{ship_to.name}\"]");
        }
        return yaml.list().stream().map(element -> element(element, ofLine)).toList();
    }

    private Phrase element(Yaml yaml, boolean ofLine) {
        Phrase phrase = phrase(yaml, ofLine);
        phrase.literals().filter(text -> !X12Text.isClean(text)).findFirst().ifPresent(text -> {
            throw yaml.fault("'" + text + "' cannot be written in X12; it takes printable ASCII without * > ~");
        });
        return phrase;
    }

    private CsvOrderMapping csv(Yaml source, Yaml write, About about) {
        Yaml.Keys keys = source.keys(List.of("format", "charset", "delimiter", "header"));
        Yaml.Keys each = write.keys(List.of(EACH));
        Map<String, Phrase> columns = new LinkedHashMap<>();
        each.need(EACH, "each lines: {SKU: \"{supplier_sku}\", Qty: \"{quantity}\"}")
                .entries()
                .forEach((column, yaml) -> columns.put(column, phrase(yaml, true)));
        return new CsvOrderMapping(
                about,
                new CsvOrderMapping.Dialect(
                        keys.get("delimiter").map(CsvCompiler::delimiter).orElse(','),
                        keys.get("charset")
                                .map(charset -> CsvCompiler.charsets(charset).get(0))
                                .orElse(StandardCharsets.UTF_8),
                        keys.get("header").map(h -> !CsvCompiler.isNone(h)).orElse(true)),
                columns,
                lastAddressLine);
    }

    private Phrase phrase(Yaml yaml, boolean ofLine) {
        Phrase phrase = yaml.isNull() ? Phrase.EMPTY : PhraseCompiler.compile(yaml, ofLine);
        phrase.placeholders()
                .forEach(p ->
                        lastAddressLine = Math.max(lastAddressLine, p.term().addressLine()));
        return phrase;
    }

    private static List<SegmentRule.Asked> asked(Yaml yaml, boolean ofLine) {
        return yaml.list().stream().map(one -> condition(one, ofLine)).toList();
    }

    private static SegmentRule.Asked condition(Yaml yaml, boolean ofLine) {
        Yaml.Keys keys =
                yaml.keys(Stream.concat(Stream.of("field"), TESTS.stream()).toList());
        Yaml field = keys.need("field", "field: ship_to.phone");
        List<String> tests = TESTS.stream().filter(t -> keys.get(t).isPresent()).toList();
        if (tests.size() != 1) {
            throw yaml.fault("a condition has one of " + String.join(", ", TESTS));
        }
        return new SegmentRule.Asked(
                PhraseCompiler.term(field, field.text(), ofLine),
                WhenCompiler.test(tests.get(0), keys.get(tests.get(0)).get()));
    }
}
