package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person who writes a mapping is told: file, line, what is wrong, what to write. */
class FaultsTest {
    private static final String GOOD =
            """
            mapping: 1
            partner: acme
            source: {format: csv}
            produces: inventory
            fields:
              sku: Item
              quantity: {from: Qty}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            fields:                | feilds:                            | 5 | unknown key 'feilds', did you mean 'fields'?
            mapping: 1             | mapping: 2                         | 1 | '2' is no version of the mapping language; write `mapping: 1`
            mapping: 1             | mapping: 1\\nmapping: 1             | 2 | 'mapping' stands twice
            format: csv            | format: xlsx                       | 3 | this version does not read workbooks; it reads csv, x12, json, ndjson
            format: csv            | format: cvs                        | 3 | 'cvs' is not one of csv, x12, json, ndjson, did you mean 'csv'?
            format: csv            | format: csv, records: {}           | 3 | 'records' is not in this version, it reads no fixed-width files
            format: csv            | format: csv, charset: utf=8        | 3 | no charset 'utf=8', did you mean 'utf-8'?
            format: csv            | format: csv, delimiter: ab         | 3 | a delimiter is one character, for example "," or "\\t"
            format: csv            | format: csv, columns: {itm: [Item]} | 6 | no column 'Item' under `columns`, did you mean 'itm'?
            format: csv            | format: csv, columns: {Item: [a], Qty: [b]}, header: {required: [Itm]} | 3 | no column 'Itm' under `columns`, did you mean 'Item'?
            format: csv            | format: csv, header: none          | 6 | 'Item' is no column number; with `header: none` columns go by number, from 1
            produces: inventory    | produces: inventry                 | 4 | 'inventry' is not one of inventory, inbound, order-ack, shipment, receipt, did you mean 'inventory'?
            produces: inventory    | produces: order                    | 4 | this version reads and writes no order files
            sku: Item              | item: Item                         | 6 | unknown key 'item'; nearest is 'sku'; known here are sku, location, quantity, incoming
            sku: Item              | location: Item                     | 6 | 'sku' is missing in `fields`; a record of inventory needs sku, quantity
            {from: Qty}            | {from: Qty, trim: true}            | 7 | unknown key 'trim'; nearest is 'from'; known here are from, join, else, first, default, do, table, xref, unknown, when, number, words, uom, pack, min, below_min
            {from: Qty}            | {from: Qty, do: [trimm]}           | 7 | 'trimm' is not one of digits, lower, squeeze, trim, upper, did you mean 'trim'?
            {from: Qty}            | {from: Qty, default: many}         | 7 | 'many' cannot be the default of quantity; write a whole number, for example 102
            {from: Qty}            | {min: 0}                           | 7 | a field needs `from`, `join` or `default`
            {from: Qty}            | {from: Qty, number: {locale: "1"}} | 7 | '1' is no language tag; write for example `en-US`
            {from: Qty}            | {from: Qty, xref: {table: no.csv}} | 7 | no file 'no.csv' beside the mapping
            {from: Qty}            | {from: Qty, xref: ../../x.csv}     | 1 | '../../x.csv' lies outside the mapping's folder
            {from: Qty}            | {from: Qty, when: {field: eta, gt: 1}} | 7 | no field 'eta' stands before this
            {from: Qty}            | {from: Qty, when: {from: Qty}}     | 7 | a condition has one of is, in, gt, lt, present
            partner: acme          | partner: acme\\nfeed: {scope: [partner]} | 3 | this version knows `scope: [partner, location]` only
            partner: acme          | partner: acme\\nfeed: {as_of: {from: At, format: "yyyy-bb"}} | 3 | no date pattern (Unknown pattern letter: b); write for example `yyyy-MM-dd`
            partner: acme          | partner: acme\\nguards: {to_zero: 5} | 3 | unknown key 'to_zero', did you mean 'to_zero_pct'?
            partner: acme          | partner: acme\\nerrors: {max_bad_pct: 200} | 3 | '200' is no share from 0 to 100
            partner: acme          | partner: acme\\nexpect: {zone: UTC}  | 3 | `expect` says when documents come; write `every: 1h` or `by: "07:00"`
            partner: acme          | partner: acme\\nexpect: {every: hourly} | 3 | 'hourly' is no length of time; write for example 90m, 26h or 2d
            partner: acme          | partner: acme\\nexpect: {by: 7am} | 3 | '7am' is no time of day; write for example "07:00"
            partner: acme          | partner: acme\\nexpect: {every: 1h, late: 5m} | 3 | unknown key 'late', did you mean 'late_after'?
            partner: acme          | partner: acme\\nunpack: {include: "*"} | 3 | 'unpack' is not in this version, it reads no zip archives
            partner: acme          | partner: [acme                     | 3 | not YAML: expected ',' or ']', but got :
            """)
    void eachFaultNamesItsLineAndWhatToWrite(String what, String instead, int line, String sentence) {
        String text = GOOD.replace(what, instead.replace("\\n", "\n"));

        assertThatThrownBy(() -> compile(text))
                .isInstanceOf(Fault.class)
                .hasMessage("%s:%d: %s", file(), line, sentence);
    }

    @Test
    void theMappingThatTheFaultsAreMadeOfIsGood() throws Exception {
        assertThat(compile(GOOD).name()).isEqualTo("acme/inventory");
    }

    @Test
    void aMappingInAnotherPartnersFolderIsRefused() throws Exception {
        Files.writeString(file(), GOOD);

        assertThatThrownBy(() -> new MappingFile(file()).mapping("delta/inventory", Optional.of("delta")))
                .hasMessageContaining("`partner: acme` stands in the folder of 'delta'");
    }

    @Test
    void aPartnerFileIsReadAsStrictly() {
        String text = "name: Acme\nlocation: {code: ACME, handling_day: 1}\n";

        assertThatThrownBy(() -> PartnerCompiler.compile("acme", Yaml.parse("acme/partner.yaml", text)))
                .hasMessage("acme/partner.yaml:2: unknown key 'handling_day', did you mean 'handling_days'?");
    }

    @Test
    void aPartnersFileSaysALengthOfTimeInOneUnit() {
        assertThat(PartnerCompiler.compile("acme", Yaml.parse("acme/partner.yaml", "stale: {after: 26h}"))
                        .terms()
                        .staleAfter())
                .contains(Duration.ofHours(26));
        assertThatThrownBy(() ->
                        PartnerCompiler.compile("acme", Yaml.parse("acme/partner.yaml", "stale: {after: one day}")))
                .hasMessage("acme/partner.yaml:1: 'one day' is no length of time; write for example 90m, 26h or 2d");
    }

    private Path file() {
        return folder.resolve("inventory.yaml");
    }

    private Mapping compile(String text) throws Exception {
        Files.writeString(file(), text);
        return new MappingFile(file()).mapping("acme/inventory", Optional.of("acme"));
    }

    @Test
    void aPartnerSaysHowItsDropshipOrdersAreDealtWith() {
        PartnerFile file = PartnerCompiler.compile(
                "delta",
                Yaml.parse("delta/partner.yaml", "dropship: {cutoff: \"16:00\", ack_within: 24h, books: on_send}"));

        assertThat(file.dropship())
                .contains(new PartnerFile.Dropship(
                        Optional.of(LocalTime.of(16, 0)),
                        Optional.of(Duration.ofHours(24)),
                        PartnerFile.Books.ON_SEND));
        assertThat(PartnerCompiler.compile("delta", Yaml.parse("delta/partner.yaml", "dropship: {}"))
                        .dropship())
                .contains(PartnerFile.Dropship.USUAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            dropship: {cut_off: "16:00"}  | delta/partner.yaml:1: unknown key 'cut_off', did you mean 'cutoff'?
            dropship: {cutoff: 4pm}       | delta/partner.yaml:1: '4pm' is no time of day; write for example "14:00"
            dropship: {ack_within: a day} | delta/partner.yaml:1: 'a day' is no length of time; write for example 90m, 26h or 2d
            dropship: {books: on_sent}    | delta/partner.yaml:1: 'on_sent' is not one of on_send, on_ack, on_ship, did you mean 'on_send'?
            """)
    void aWrongKeyOfDropshipIsToldWithItsLine(String yaml, String fault) {
        assertThatThrownBy(() -> PartnerCompiler.compile("delta", Yaml.parse("delta/partner.yaml", yaml)))
                .hasMessage(fault);
    }
}
