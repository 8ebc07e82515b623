package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes in: no exception, nothing of a file that was cut. */
class CsvProperties {
    private static final String FILE =
            "sku,quantity,location\nAB-1001,120,MAIN\n\"AB,\n1002\",7,\"WEST\"\nÄB-1003,0,MAIN\n";

    @Property(tries = 500)
    void anyBytesGiveRecordsOrAProblem(@ForAll byte[] bytes) throws Exception {
        Heard heard = Heard.of(inventory(), new ByteArrayInputStream(bytes));

        assertThat(heard.problems.isEmpty()).isEqualTo(heard.fallen.isEmpty() && heard.bad == 0);
    }

    @Property(tries = 200)
    void aFileThatIsCutInALineGivesNothing(@ForAll @IntRange(min = 0, max = 1_000) int at) throws Exception {
        byte[] whole = FILE.getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, at % whole.length);

        Heard heard = Heard.of(inventory(), new ByteArrayInputStream(cut));

        boolean atALine = cut.length > 0 && cut[cut.length - 1] == '\n' && quotes(cut) % 2 == 0;
        assertThat(heard.fallen.isEmpty()).isEqualTo(atALine);
        assertThat(heard.standing().size()).isLessThanOrEqualTo(3);
    }

    @Property(tries = 500)
    void noRecordHoldsWhatADatabaseCannotKeep(@ForAll String sku, @ForAll String location) throws Exception {
        Heard heard = Heard.of(inventory(), "sku,quantity,location\n\"" + sku + "\",5,\"" + location + "\"\n");

        for (Canonical record : heard.standing()) {
            Canonical.Inventory row = (Canonical.Inventory) record;
            assertThat(row.sku() + row.location().orElse(""))
                    .matches(text -> text.chars().noneMatch(Character::isISOControl));
            assertThat(row.sku().length()).isLessThan(256);
        }
    }

    @Property(tries = 200)
    void everyLineIsARecordOrAProblem(@ForAll @Size(max = 40) List<@IntRange(min = -3, max = 99) Integer> quantities)
            throws Exception {
        StringBuilder file = new StringBuilder("sku;quantity\n");
        for (int i = 0; i < quantities.size(); i++) {
            file.append("S").append(i).append(';').append(quantities.get(i)).append('\n');
        }

        Heard heard = Heard.of(inventory(), file.toString());

        assertThat(heard.lines).isEqualTo(quantities.size());
        assertThat(heard.records.size() + heard.bad).isEqualTo(quantities.size());
        assertThat(heard.bad)
                .isEqualTo((int) quantities.stream().filter(q -> q < 0).count());
    }

    @Property(tries = 100)
    void aKeyGivesOneRecordHoweverItsLinesAreOrdered(
            @ForAll @IntRange(max = 3_000) int rising,
            @ForAll @Size(max = 60) List<@IntRange(max = 4_000) Integer> then)
            throws Exception {
        List<Integer> skus =
                Stream.concat(IntStream.range(0, rising).boxed(), then.stream()).toList();
        StringBuilder file = new StringBuilder("sku,quantity\n");
        skus.forEach(sku -> file.append(1_000_000 + sku).append(",1\n"));

        Heard heard = Heard.of(inventory(), file.toString());

        assertThat(heard.records).hasSize(Set.copyOf(skus).size());
        assertThat(heard.codes()).allMatch("duplicate_line"::equals).hasSize(skus.size() - heard.records.size());
    }

    private static int quotes(byte[] bytes) {
        int quotes = 0;
        for (byte b : bytes) {
            quotes += b == '"' ? 1 : 0;
        }
        return quotes;
    }

    private static Mapping inventory() throws Exception {
        return Mappings.load(Path.of("no-folder")).find("standard/inventory").orElseThrow();
    }
}
