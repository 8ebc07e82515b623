package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReadingTest {
    private static final int HUNDRED_MB = 100_000_000;

    private final Mapping inventory = house("standard/inventory");

    @Test
    void aLineOf100MegabytesIsHeldAndTheOthersAreRead() throws Exception {
        InputStream bytes = joined(text("sku,quantity\nA,1\nB,"), new Same('7', HUNDRED_MB), text("\nC,3\n"));

        Heard heard = Heard.of(inventory, bytes);

        assertThat(heard.records).extracting(Canonical::at).containsExactly("line 2", "line 4");
        assertThat(heard.problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LONG);
            assertThat(problem.at()).isEqualTo("line 3");
            assertThat(problem.line()).contains("held");
        });
        assertThat(heard.named).containsExactly("B");
        assertThat(heard.fallen).isEmpty();
    }

    @Test
    void aHeaderOf100MegabytesFallsWithTheFile() throws Exception {
        Heard heard = Heard.of(inventory, joined(text("sku,quantity,"), new Same('x', HUNDRED_MB), text("\nA,1\n")));

        assertThat(heard.codes()).containsExactly("too_long");
        assertThat(heard.fallen).containsExactly(1);
    }

    @Test
    void aQuoteThatIsNeverClosedFallsWithTheFileAndInBoundedMemory() throws Exception {
        Heard heard = Heard.of(inventory, joined(text("sku,quantity\nA,1\n\"B,2\n"), new Same('\n', HUNDRED_MB)));

        assertThat(heard.codes()).containsExactly("too_long");
        assertThat(heard.problems.get(0).at()).isEqualTo("line 3");
        assertThat(heard.fallen).containsExactly(1);
    }

    @Test
    void aSkuOfALineThatIsHeldIsNamedSoThatItIsNotAbsent() throws Exception {
        Heard heard = Heard.of(inventory, "sku,quantity,location\nA,1,MAIN\nB,x,MAIN\nC,1,MAIN,MORE\n");

        assertThat(heard.named).containsExactly("B", "C");
        assertThat(heard.lines).isEqualTo(3);
        assertThat(heard.bad).isEqualTo(2);
    }

    @Test
    void aLineWithTwoProblemsCountsOnceAndTellsBoth() throws Exception {
        Heard heard = Heard.of(house("standard/inbound"), "ref,sku,quantity,eta\nR,A,x,never\n");

        assertThat(heard.codes()).containsExactly("bad_number", "bad_date");
        assertThat(heard.bad).isEqualTo(1);
    }

    @Test
    void theFirstColumnThatHoldsAsOfSpeaksForTheFile() throws Exception {
        Heard heard = Heard.of(inventory, "sku,quantity,as_of\nA,1,2026-09-14T06:00:00Z\n");

        assertThat(heard.messages).singleElement().satisfies(message -> assertThat(message.asOf())
                .contains(java.time.Instant.parse("2026-09-14T06:00:00Z")));
    }

    @Test
    void theInventoryOfAPartnerWithALocationIsThere() throws Exception {
        PartnerFile partner = PartnerCompiler.compile("acme", Yaml.parse("p", "location: {code: ACME}\n"));
        Heard heard = new Heard();

        inventory.read(text("sku,quantity\nA,1\n"), "in.csv", partner, heard);

        assertThat(heard.records).singleElement().isInstanceOfSatisfying(Canonical.Inventory.class, r -> assertThat(
                        r.location())
                .contains("ACME"));
    }

    @Test
    void aColumnThatStandsTwiceIsAsBadAsNone() throws Exception {
        Heard heard = Heard.of(inventory, "sku,quantity,quantity\nA,1,2\n");

        assertThat(heard.codes()).containsExactly("missing_header");
        assertThat(heard.problems.get(0).write()).contains("once");
    }

    @Test
    void anErrorOfTheBytesThemselvesIsThrown() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> Heard.of(inventory, joined(text("sku,quantity\n"), broken)))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream joined(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }

    private static Mapping house(String name) {
        try {
            return Mappings.load(Path.of("no-folder")).find(name).orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The same byte many times. */
    private static final class Same extends InputStream {
        private final int value;
        private int left;

        Same(int value, int count) {
            this.value = value;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            int count = Math.min(length, left);
            if (count <= 0) {
                return -1;
            }
            java.util.Arrays.fill(to, offset, offset + count, (byte) value);
            left -= count;
            return count;
        }
    }
}
