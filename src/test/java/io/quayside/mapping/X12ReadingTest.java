package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class X12ReadingTest {
    private static final Path SAMPLES = Path.of("mappings/borealis/samples");

    private final Chosen borealis = chosen();
    private final String inventory = sample("846.edi");
    private final String shipment = sample("856.edi");

    @Test
    void interchangesStandAndFallEachByItself() throws Exception {
        String cut = inventory.substring(0, inventory.indexOf("CTT")).replace("000000101", "000000100");

        Heard heard = read(shipment + cut + inventory);

        assertThat(heard.messages).hasSize(3);
        assertThat(heard.fallen).containsExactly(2);
        assertThat(heard.codes()).containsExactly("incomplete");
        assertThat(heard.messages.get(2).control()).contains("000000101");
    }

    @Test
    void aMessageWithAWrongCountFallsAlone() throws Exception {
        String two = inventory
                .replace(
                        "GE*1*",
                        inventory
                                        .substring(inventory.indexOf("ST*"), inventory.indexOf("GE*"))
                                        .replace("0001", "0002")
                                + "GE*2*")
                .replace("SE*14*0002", "SE*99*0002");

        Heard heard = read(two);

        assertThat(heard.messages).hasSize(2);
        assertThat(heard.fallen).containsExactly(2);
        assertThat(heard.codes()).containsExactly("bad_count");
    }

    @Test
    void whatTheHeadSaysHoldsForTheMessage() throws Exception {
        Heard heard = read(inventory.replace("BIA*00", "BIA*04"));

        assertThat(heard.messages).singleElement().satisfies(message -> assertThat(message.full())
                .isFalse());
    }

    @Test
    void aMessageWhoseHeadIsWrongFallsAndWhatIsWrongWithItsLinesIsToldToo() throws Exception {
        Heard heard = read(inventory.replace("BIA*00", "BIA*99").replace("QTY*33*120", "QTY*33*many"));

        assertThat(heard.codes()).containsExactly("unknown_code", "bad_number");
        assertThat(heard.problems.get(0).field()).contains("mode");
        assertThat(heard.problems.get(1).at()).isEqualTo("ST 0001 LIN 1 QTY 1");
        assertThat(heard.fallen).containsExactly(1);
        assertThat(heard.records).isEmpty();
        assertThat(heard.named).isEmpty();
    }

    @Test
    void whatTheHeadLacksIsToldOnceAndNotForEachLine() throws Exception {
        Heard heard = read(shipment.replaceFirst("BSN\\*00\\*[^*]*", "BSN*00*" + "A".repeat(300)));

        assertThat(heard.codes()).containsExactly("too_long");
    }

    @Test
    void linesThatAreMissingByTheCountFellTheirMessage() throws Exception {
        Heard heard = read(inventory.replaceFirst("CTT\\*\\d+", "CTT*9").replace("QTY*33*120", "QTY*33*many"));

        assertThat(heard.codes()).containsExactly("bad_number", "bad_count");
        assertThat(heard.problems.get(1).at()).isEqualTo("ST 0001 CTT 1");
        assertThat(heard.fallen).containsExactly(1);
    }

    @Test
    void aCountOfLinesThatIsTooLowIsToldAndNothingFalls() throws Exception {
        Heard heard = read(inventory.replaceFirst("CTT\\*\\d+", "CTT*1"));

        assertThat(heard.codes()).containsExactly("bad_count");
        assertThat(heard.fallen).isEmpty();
        assertThat(heard.records).hasSize(3);
    }

    @Test
    void anItemWithoutItsParentIsHeld() throws Exception {
        Heard heard = read(shipment.replace("HL*5*2*I", "HL*5*9*I"));

        assertThat(heard.codes()).containsExactly("orphan_line");
        assertThat(heard.problems.get(0).value()).contains("9");
        assertThat(heard.records).hasSize(1);
        assertThat(heard.bad).isEqualTo(1);
    }

    @Test
    void aStrangersInterchangeIsRefusedAndTheOthersAreRead() throws Exception {
        Heard heard = read(inventory.replace("*ZZ*BOREALIS  ", "*ZZ*SOMEBODY  ") + shipment);

        assertThat(heard.codes()).containsExactly("wrong_format");
        assertThat(heard.problems.get(0).value()).contains("ZZ/SOMEBODY");
        assertThat(heard.messages).hasSize(1);
    }

    @Test
    void gzipAroundItIsTakenOff() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(inventory.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(packed.toByteArray()).records).hasSize(3);
    }

    @Test
    void aRepairIsToldAndIsNoProblem() throws Exception {
        Heard heard = read("\ufeff" + inventory);

        assertThat(heard.repairs).containsExactly("bom");
        assertThat(heard.problems).isEmpty();
        assertThat(heard.records).hasSize(3);
    }

    private Heard read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Heard read(byte[] bytes) throws IOException {
        Heard heard = new Heard();
        borealis.mapping().read(new ByteArrayInputStream(bytes), "x.edi", borealis.partner(), heard);
        return heard;
    }

    private static String sample(String name) {
        try {
            return Files.readString(SAMPLES.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Chosen chosen() {
        try {
            return Chosen.of(Path.of("mappings"), "borealis/x12");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
