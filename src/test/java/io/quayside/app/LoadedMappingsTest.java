package io.quayside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.mapping.PartnerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedMappingsTest {
    private static final String GOOD =
            """
            mapping: 1
            partner: acme
            source: {format: csv}
            produces: inventory
            fields: {sku: Item, quantity: {from: Qty, xref: qty.csv}}
            """;

    @TempDir
    Path folder;

    private final List<Collection<PartnerFile>> told = new ArrayList<>();
    private LoadedMappings mappings;

    @BeforeEach
    void load() throws IOException {
        write("acme/qty.csv", "some,5\n");
        write("acme/stock.yaml", GOOD);
        write("acme/partner.yaml", "name: Acme\n");
        write("other/partner.yaml", "name: Other\n");
        mappings = new LoadedMappings(folder, told::add);
        mappings.look();
    }

    @Test
    void aSavedMappingAndASavedTableCountFromTheNextLook() throws IOException {
        byte[] first = mappings.mapping("acme/stock").hash();

        write("acme/stock.yaml", GOOD + "# saved\n");
        mappings.look();
        byte[] second = mappings.mapping("acme/stock").hash();
        write("acme/qty.csv", "some,55\n");
        mappings.look();

        assertThat(second).isNotEqualTo(first);
        assertThat(mappings.mapping("acme/stock").hash()).isNotEqualTo(second);
    }

    @Test
    void aBrokenFileKeepsItsLastGoodVersionUntilItIsMended() throws IOException {
        byte[] good = mappings.mapping("acme/stock").hash();

        write("acme/stock.yaml", GOOD.replace("fields", "field"));
        Files.delete(folder.resolve("acme/qty.csv"));
        mappings.look();
        mappings.look();
        assertThat(mappings.mapping("acme/stock").hash()).isEqualTo(good);
        assertThat(mappings.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.file()).isEqualTo("acme/stock.yaml");
            assertThat(refused.sentence()).contains("acme/stock.yaml:5: unknown key 'field'");
        });

        write("acme/stock.yaml", GOOD);
        mappings.look();
        assertThat(mappings.refused()).singleElement().satisfies(refused -> assertThat(refused.sentence())
                .contains("no file 'qty.csv'"));
        write("acme/qty.csv", "some,5\n");
        mappings.look();

        assertThat(mappings.refused()).isEmpty();
        assertThat(mappings.mapping("acme/stock").hash()).isEqualTo(good);
    }

    @Test
    void aFileThatWasNeverGoodSaysWhyToEachDocumentAndADeletedOneIsGone() throws IOException {
        write("acme/new.yaml", "mapping: 2\n");
        Files.delete(folder.resolve("acme/stock.yaml"));

        mappings.look();

        assertThatThrownBy(() -> mappings.mapping("acme/new")).hasMessageContaining("the mapping is broken");
        assertThatThrownBy(() -> mappings.mapping("acme/stock")).hasMessageContaining("there is no mapping");
    }

    @Test
    void partnersAreToldOnceForEachChangeOfTheirFiles() throws IOException {
        mappings.look();
        assertThat(told).hasSize(1);

        write("acme/partner.yaml", "name: Acme & Sons\n");
        mappings.look();
        write("acme/partner.yaml", "nme: Acme\n");
        mappings.look();
        assertThat(mappings.partner("acme").name()).contains("Acme & Sons");
        Files.delete(folder.resolve("acme/partner.yaml"));
        mappings.look();

        assertThat(told).extracting(Collection::size).containsExactly(2, 2, 1);
        assertThat(mappings.partner("acme").name()).isEmpty();
    }

    /** The database was away: it is told as soon as it is back. */
    @Test
    void partnersThatCouldNotBeToldAreToldAgain() throws IOException {
        List<String> tries = new ArrayList<>();
        LoadedMappings unlucky = new LoadedMappings(folder, partners -> {
            tries.add("told");
            if (tries.size() == 1) {
                throw new IllegalStateException("no database");
            }
        });

        assertThatThrownBy(unlucky::look).isInstanceOf(IllegalStateException.class);
        unlucky.look();
        unlucky.look();

        assertThat(tries).hasSize(2);
    }

    @Test
    void aFileThatCannotBeReadIsItsOwnTrouble() throws IOException {
        Files.createDirectory(folder.resolve("acme/folder.yaml"));

        mappings.look();

        assertThat(mappings.refused()).singleElement().satisfies(refused -> assertThat(refused.sentence())
                .contains("cannot be read"));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
