package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mappings that write: what a person is told of wrong ones, and what is never written. */
class WriteTest {
    private static final String MAPPING =
            """
            mapping: 1
            partner: acme
            source: {format: x12, envelope: {sender: "ZZ/ACME", receiver: "ZZ/US"}}
            produces: purchase-order
            write: {BEG: ["00", DS, "{po}"], each lines: {PO1: ["{line}", "{quantity}", EA, null, null, VN, "{supplier_sku}"]}}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            textBlock =
                    """
            {po}                     ¦ {poo}                   ¦ 6 ¦ no placeholder 'poo', did you mean 'po'?
            {po}                     ¦ {line}                  ¦ 6 ¦ 'line' is of a line; write it under `each lines`
            {po}                     ¦ {po                     ¦ 6 ¦ '{po' has a brace without its other; a placeholder is {po} or {date|yyyyMMdd}
            {po}                     ¦ {po|0.00}               ¦ 6 ¦ '0.00' is no format for po; it has none, write {po}
            {date|yyyyMMdd}          ¦ {date|JJJJ}             ¦ 6 ¦ 'JJJJ' is no format for date; write for example {date|yyyyMMdd}
            {quantity}               ¦ {quantity|many}         ¦ 8 ¦ 'many' is no format for quantity; write for example {quantity|0.00}
            {quantity}               ¦ {qty}                   ¦ 8 ¦ no placeholder 'qty'; known here are
            EA                       ¦ "E*A"                   ¦ 8 ¦ 'E*A' cannot be written in X12; it takes printable ASCII without * > ~
            BEG:                     ¦ GS:                     ¦ 6 ¦ GS is of the envelope, which is written by itself; leave it out
            each lines:              ¦ each line:              ¦ 6 ¦ 'each line' is no segment, did you mean 'each lines'?
            PO1: [                   ¦ PO1: {elemens: [        ¦ 8 ¦ unknown key 'elemens', did you mean 'elements'?
            write:                   ¦ fields: {}\\nwrite:      ¦ 5 ¦ unknown key 'fields'
            produces: purchase-order ¦ produces: inventory     ¦ 4 ¦ 'inventory' is not one of purchase-order
            format: x12              ¦ format: json            ¦ 3 ¦ purchase orders are not written as json; write csv or x12
            """)
    void aMappingThatWritesIsToldWhatIsWrong(String good, String bad, int line, String fault) {
        String text =
                """
                mapping: 1
                partner: acme
                source: {format: x12}
                produces: purchase-order
                write:
                  BEG: ["00", DS, "{po}", null, "{date|yyyyMMdd}"]
                  each lines:
                    PO1: ["{line}", "{quantity}", EA]
                """;
        String broken = text.replace(good, bad.replace("\\n", "\n"));
        if (bad.contains("{elemens")) {
            broken = broken.replace("EA]", "EA]}");
        }
        String yaml = broken;

        assertThatThrownBy(() -> compile(yaml)).hasMessageStartingWith(file() + ":" + line + ": " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            textBlock =
                    """
            "D-P"     ¦ "D*P"     ¦ D1 line 1: supplier_sku 'D*P' cannot be written at PO1/7, which takes printable ASCII without * > ~
            "D-P"     ¦ ""        ¦ D1 line 1 has no supplier_sku, which PO1/7 is made of
            "D-P"     ¦ "D-12345678901234567890123456789012345678901234567890" ¦ D1 line 1: supplier_sku 'D-12345678901234567890123456789012345678901234567890' has 52 characters; PO1/7 takes 48
            "D1"      ¦ "D1234567890123456789012" ¦ D1234567890123456789012: po 'D1234567890123456789012' has 23 characters; BEG/3 takes 22
            "lines"   ¦ "liens"   ¦ is no purchase order; it needs `number` and `lines`
            [{        ¦ [[        ¦ is not JSON
            """)
    void anIdentifierIsWrittenExactlyOrNotAtAll(String good, String bad, String sentence) throws Exception {
        Files.writeString(folder.resolve("order.json"), order().replace(good, bad));
        Files.writeString(file(), MAPPING);

        assertThatThrownBy(() -> dry().run(
                                folder.resolve("order.json"),
                                OutputStream.nullOutputStream(),
                                OutputStream.nullOutputStream(),
                                false))
                .isInstanceOf(Unwritable.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void withoutAnEnvelopeNothingIsWritten() throws Exception {
        Files.writeString(file(), MAPPING.replace(", envelope: {sender: \"ZZ/ACME\", receiver: \"ZZ/US\"}", ""));
        Files.writeString(folder.resolve("order.json"), order());

        assertThatThrownBy(() -> dry().run(
                                folder.resolve("order.json"),
                                OutputStream.nullOutputStream(),
                                OutputStream.nullOutputStream(),
                                false))
                .hasMessageContaining("there is no envelope for");

        Files.writeString(folder.resolve("partner.yaml"), "envelope: {sender: \"ZZ/ACME\", receiver: \"01/US\"}");
        assertThat(dry().run(
                                folder.resolve("order.json"),
                                OutputStream.nullOutputStream(),
                                OutputStream.nullOutputStream(),
                                false))
                .isZero();
    }

    @Test
    void checkHoldsWhatIsWrittenAgainstTheSample() throws Exception {
        Path partner = Files.createDirectory(folder.resolve("acme"));
        Files.writeString(partner.resolve("order.json"), order());
        Files.writeString(partner.resolve("po.yaml"), MAPPING + "tests: [{in: order.json, gives: order.edi}]");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new Dry(Chosen.of(folder, "acme/po"))
                .run(partner.resolve("order.json"), written, OutputStream.nullOutputStream(), false);

        Files.write(partner.resolve("order.edi"), written.toByteArray());
        assertThat(checked()).contains("ok").contains("(1 test)");

        Files.writeString(
                partner.resolve("order.edi"),
                written.toString(StandardCharsets.UTF_8).replace("D-P", "D-Q"));
        assertThat(checked()).contains("order.json is written otherwise than").contains("from byte ");
    }

    @Test
    void aRouteThatReadsByItIsToldSo() throws Exception {
        Files.writeString(file(), MAPPING);
        Heard heard = Heard.of(new MappingFile(file()).mapping("acme/po", Optional.of("acme")), "x");

        assertThat(heard.codes()).containsExactly("wrong_format");
    }

    private String checked() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new Check(folder, new PrintStream(printed)).run();
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String order() {
        return """
                {"number": "D1", "created_at": "2026-09-14T06:15:00Z",
                 "lines": [{"line": "1", "sku": "P", "ordered": 5, "supplier_sku": "D-P"}]}
                """;
    }

    private Dry dry() throws Exception {
        return new Dry(Chosen.of(folder, file().toString()));
    }

    private Path file() {
        return folder.resolve("po.yaml");
    }

    private Mapping compile(String text) throws Exception {
        Files.writeString(file(), text);
        return new MappingFile(file()).mapping("acme/po", Optional.of("acme"));
    }
}
