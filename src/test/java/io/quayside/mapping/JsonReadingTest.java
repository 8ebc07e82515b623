package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON beyond what the cases show: size, cuts, what comes late, and what a mapping may not say. */
class JsonReadingTest {
    private static final String ITEM = "{\"sku\":\"AB-%d\",\"qty\":%d,\"note\":\"" + "x".repeat(100) + "\"}";

    @ParameterizedTest
    @ValueSource(strings = {"{\"site\":\"M\",\"data\":[", "{\"data\":["})
    void aLargePageStreamsWhetherOrNotWhatIsWantedAroundItEverComes(String begin) throws Exception {
        int items = 400_000;
        InputStream bytes = document(begin, items, "]}");

        Counting counting = new Counting();
        mapping("{from: $.site, default: NONE}").read(bytes, "in.json", PartnerFile.unnamed("acme"), counting);

        assertThat(counting.records).isEqualTo(items);
        assertThat(counting.problems).isEmpty();
    }

    @Test
    void whatComesTooLateForALargePageMakesItFall() throws Exception {
        Counting counting = new Counting();

        mapping("$.site")
                .read(
                        document("{\"data\":[", 400_000, "],\"site\":\"M\"}"),
                        "in.json",
                        PartnerFile.unnamed("acme"),
                        counting);

        assertThat(counting.problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LONG);
            assertThat(problem.at()).isEqualTo("/site");
        });
        assertThat(counting.fallen).isTrue();
    }

    @Test
    void aRecordOfMoreThanFourMegabytesIsHeldAndTheNextOneIsRead() throws Exception {
        String long1 = "\"" + "x".repeat(900_000) + "\"";
        String big = "{\"sku\":\"A\",\"qty\":1,\"notes\":[" + String.join(",", Collections.nCopies(6, long1)) + "]}";

        Heard heard = Heard.of(mapping("{default: M}"), "{\"data\":[" + big + ",{\"sku\":\"B\",\"qty\":2}]}");

        assertThat(heard.codes()).containsExactly("too_long");
        assertThat(heard.problems.get(0).at()).isEqualTo("/data/0");
        assertThat(heard.records).hasSize(1);
    }

    /** A list or an object that has become something else does not say that there is nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"next\":[{\"n\":4}]                | 4    |",
                "\"next\":{\"n\":4}                  | 4    |",
                "\"next\":[]                       | none |",
                "\"next\":null                     | none |",
                "\"next\":\"\"                       | none |",
                "\"other\":1                       | none |",
                "\"next\":[{}]                     | none |",
                "\"next\":\"none\"                   | held | /data/0/next/n",
                "\"next\":0                        | held | /data/0/next/n",
                "\"next\":[{\"n\":4},\"soon\"]       | held | /data/0/next/0/n",
                "\"next\":[[1]]                    | held | /data/0/next/0/n",
            })
    void whatHasBecomeATextDoesNotSayThatThereIsNothing(String next, String comes, String at) throws Exception {
        Heard heard = Heard.of(
                compile(text("{default: M}") + "  incoming: [{quantity: {from: 'next[*].n'}}]\n"),
                "{\"data\":[{\"sku\":\"A\",\"qty\":1," + next + "}]}");

        if (at != null) {
            assertThat(heard.records).isEmpty();
            assertThat(heard.codes()).containsExactly("wrong_format");
            assertThat(heard.problems.get(0).at()).isEqualTo(at);
        } else {
            assertThat(heard.codes()).isEmpty();
            Canonical.Inventory only = (Canonical.Inventory) heard.records.get(0);
            assertThat(only.incoming().orElseThrow().stream().map(i -> String.valueOf(i.quantity())))
                    .isEqualTo(comes.equals("none") ? List.of() : List.of(comes));
        }
    }

    @Test
    void aPageThatIsCutAnywhereGivesNothing() throws Exception {
        byte[] whole =
                "{\"site\":\"M\",\"data\":[{\"sku\":\"A\",\"qty\":12},{\"sku\":\"B\",\"qty\":3.0}],\"meta\":{\"n\":true}}"
                        .getBytes(StandardCharsets.UTF_8);

        for (int at = 0; at < whole.length; at++) {
            Heard heard = Heard.of(mapping("$.site"), new ByteArrayInputStream(Arrays.copyOf(whole, at)));

            assertThat(heard.standing()).as("cut at %d", at).isEmpty();
            assertThat(heard.fallen).as("cut at %d", at).isNotEmpty();
        }
        assertThat(Heard.of(mapping("$.site"), new ByteArrayInputStream(whole)).standing())
                .hasSize(2);
    }

    @Test
    void aHeadThatIsWrongOnOnePageRefusesTheDocument() throws Exception {
        Mapping mapping = compile(
                """
                mapping: 1
                partner: acme
                source: {format: json}
                produces: shipment
                header: {shipment: asn, shipped: {from: $.day}}
                each: "lines[*]"
                fields: {sku: sku, quantity: qty}
                """);

        Heard heard = Heard.of(
                mapping,
                "{\"asn\":\"1\",\"day\":\"2026-09-14\",\"lines\":[{\"sku\":\"A\",\"qty\":1}]}\n"
                        + "{\"asn\":\"2\",\"day\":\"soon\",\"lines\":[{\"sku\":\"B\",\"qty\":1}]}");

        assertThat(heard.standing()).isEmpty();
        assertThat(heard.problems).extracting(Problem::at).containsExactly("page 2 /day");
    }

    @Test
    void aPageWithoutItsListMakesAllPagesFall() throws Exception {
        Heard heard =
                Heard.of(mapping("{default: M}"), "{\"data\":[{\"sku\":\"A\",\"qty\":1}]}\n{\"error\":\"gone\"}\n");

        assertThat(heard.standing()).isEmpty();
        assertThat(heard.problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.MISSING_HEADER);
            assertThat(problem.at()).isEqualTo("page 2");
            assertThat(problem.write()).contains("`data[*]`").contains("error");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            each: "data[*]" | each: "da ta[*"      | 5 | write names with dots between
            each: "data[*]" | each: ^.data[*]      | 5 | `each` goes down from the top
            each: "data[*]" | x: 1                 | 5 | unknown key 'x'
            sku: sku        | sku: $.data[0].sku   | 7 | goes into what `each: data[*]` takes apart
            sku: sku        | sku: ^.^.sku         | 7 | goes up further than `each: data[*]` goes down
            sku: sku        | sku: $               | 7 | names nothing
            sku: sku        | sku: data..sku       | 7 | goes wrong at `..sku`
            format: json    | format: json, complete: {final_newline: true} | 3 | `complete` is for ndjson
            format: json    | format: json, delimiter: ";" | 3 | unknown key 'delimiter'
            """)
    void aPathThatCannotBeMeantIsAFaultAtItsLine(String good, String wrong, int line, String sentence) {
        String text = text("{default: M}");
        assertThat(text).contains(good);

        assertThatThrownBy(() -> compile(text.replace(good, wrong)))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("a.yaml:" + line + ": ")
                .hasMessageContaining(sentence);
    }

    private static Mapping mapping(String location) {
        return compile(text(location));
    }

    private static String text(String location) {
        return """
                mapping: 1
                partner: acme
                source: {format: json}
                produces: inventory
                each: "data[*]"
                fields:
                  sku: sku
                  quantity: qty
                  location: %s
                """
                .formatted(location);
    }

    private static Mapping compile(String text) {
        return new MappingCompiler("acme/a", "a.yaml", table -> Optional.empty()).compile(text);
    }

    /** Never all of it in memory. */
    private static InputStream document(String begin, int items, String end) {
        Iterator<InputStream> parts = IntStream.rangeClosed(-1, items)
                .mapToObj(i -> i < 0 ? begin : i == items ? end : (i == 0 ? "" : ",") + ITEM.formatted(i, i % 50))
                .<InputStream>map(part -> new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        });
    }

    /** Counts instead of remembering. */
    private static final class Counting implements Sink {
        private int records;
        private boolean fallen;
        private final List<Problem> problems = new java.util.ArrayList<>();

        @Override
        public void message(Message message) {
            // One, as always.
        }

        @Override
        public void record(Canonical record) {
            records++;
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        @Override
        public void fallen(int n) {
            fallen = true;
        }
    }
}
