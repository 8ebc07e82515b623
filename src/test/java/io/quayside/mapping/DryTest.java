package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verbs `map` and `check` print and answer, beyond what the cases show. */
class DryTest {
    private static final String MAPPING =
            """
            mapping: 1
            partner: acme
            source: {format: csv}
            produces: inventory
            fields: {sku: Item, quantity: Qty}
            """;

    @TempDir
    Path folder;

    @Test
    void aTraceSaysWhereEachValueCameFrom() throws Exception {
        Path file = write("in.csv", "Item,Qty\nA,5\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new Dry(mapping(MAPPING)).run(file, out, OutputStream.nullOutputStream(), true);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"trace\":{\"sku\":\"line 2 column Item\",\"quantity\":\"line 2 column Qty\"}");
    }

    @Test
    void aTraceReachesTheHeadOfTheMessageAndWhatIsToCome() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new Dry(Chosen.of(Path.of("mappings"), "borealis/x12"))
                .run(Path.of("mappings/borealis/samples/846.edi"), out, OutputStream.nullOutputStream(), true);

        assertThat(out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                .contains("\"as_of\":\"ST 0001 BIA 1\"")
                .contains("\"quantity\":\"ST 0001 LIN 1 QTY 1\"")
                .contains("\"incoming\":\"ST 0001 LIN 1 QTY 2\"");
    }

    @Test
    void ofAFileThatFellOnlyTheReasonIsTold() throws Exception {
        Path file = write("in.csv", "Item,Qty\nA,many\nB,5");

        assertThat(new Dry(mapping(MAPPING)).problems(file))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.INCOMPLETE);
    }

    @Test
    void badLinesUpToTheShareAllowedAreNoFailure() throws Exception {
        Path half = write("half.csv", "Item,Qty\nA,5\nB,x\n");

        assertThat(run(MAPPING + "errors: {max_bad_pct: 50}\n", half)).isZero();
        assertThat(run(MAPPING + "errors: {max_bad_pct: 49.9}\n", half)).isEqualTo(1);
        assertThat(run(MAPPING, half)).isEqualTo(1);
    }

    @Test
    void aNameThatIsNearlyRightIsHelped() {
        assertThatThrownBy(() -> Chosen.of(Path.of("mappings"), "acme/eta"))
                .isInstanceOf(Fault.class)
                .hasMessage("no mapping 'acme/eta' under mappings, did you mean 'acme/etas'?");
        assertThatThrownBy(() -> Chosen.of(Path.of("mappings"), "no/such.yaml"))
                .isInstanceOf(Fault.class)
                .hasMessage("no file no/such.yaml");
    }

    @Test
    void aTestThatDoesNotHoldFailsTheCheckAndSaysWhatDiffers() throws Exception {
        String tests =
                """
                tests:
                  - {in: a.csv, gives: a.jsonl}
                  - {in: a.csv, gives: {problems: [bad_number]}}
                  - {in: a.csv, gives: {held: to_zero_pct}}
                  - {in: zero.csv, gives: {held: to_zero_pct}}
                """;
        write("acme/a.csv", "Item,Qty\nA,5\n");
        write("acme/zero.csv", "Item,Qty\nA,0\n");
        write(
                "acme/a.jsonl",
                "{\"type\":\"inventory\",\"partner\":\"acme\",\"sku\":\"A\",\"quantity\":6,\"at\":\"line 2\"}\n");
        write("acme/inventory.yaml", MAPPING + tests);

        String printed = check(false);

        assertThat(printed)
                .contains("record 1 is {\"type\":\"inventory\",\"partner\":\"acme\",\"sku\":\"A\",\"quantity\":5")
                .contains("a.csv gives the problems [] and should give [bad_number]")
                .contains("a.csv is not held by to_zero_pct")
                .doesNotContain("zero.csv is not");
    }

    @Test
    void eachFileIsALineOfTheCheck() throws Exception {
        write("acme/inventory.yaml", MAPPING + "expect: {every: 1h}\n");
        write("acme/broken.yaml", MAPPING.replace("fields", "field"));

        assertThat(check(false).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("broken").contains("broken.yaml:5: unknown key 'field'"),
                        line -> assertThat(line).startsWith("ok").contains("(no tests)"));
    }

    private String check(boolean good) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(new Check(folder, new PrintStream(printed, true, StandardCharsets.UTF_8)).run())
                .isEqualTo(good);
        return printed.toString(StandardCharsets.UTF_8);
    }

    private int run(String mapping, Path file) throws IOException {
        return new Dry(mapping(mapping))
                .run(file, OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false);
    }

    private Chosen mapping(String text) throws IOException {
        return Chosen.of(folder, write("mapping.yaml", text).toString());
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
