package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingsTest {
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

    @BeforeEach
    void aGoodMapping() throws IOException {
        Files.createDirectories(folder.resolve("acme"));
        write("acme/qty.csv", "some,5\n");
        write("acme/inventory.yaml", GOOD);
    }

    @Test
    void aBrokenFileIsItsOwnErrorAndTheOthersWork() throws Exception {
        write("acme/other.yaml", GOOD.replace("produces", "produce"));
        write("acme/partner.yaml", "nme: Acme\n");

        Mappings mappings = Mappings.load(folder);

        assertThat(mappings.find("acme/inventory")).isPresent();
        assertThat(mappings.find("acme/other")).isEmpty();
        assertThat(mappings.errors()).containsOnlyKeys("acme/other.yaml", "acme/partner.yaml");
        assertThat(mappings.errors().get("acme/other.yaml")).contains("other.yaml:4: unknown key 'produce'");
    }

    @Test
    void aReloadKeepsTheLastGoodVersionOfWhatIsBrokenNow() throws Exception {
        Mappings before = Mappings.load(folder);
        write("acme/inventory.yaml", GOOD.replace("fields", "field"));

        Mappings after = before.reload(folder);

        assertThat(after.find("acme/inventory").orElseThrow().hash())
                .isEqualTo(before.find("acme/inventory").orElseThrow().hash());
        assertThat(after.errors()).containsOnlyKeys("acme/inventory.yaml");
    }

    @Test
    void aDeletedFileIsGoneAfterAReload() throws Exception {
        Mappings before = Mappings.load(folder);
        Files.delete(folder.resolve("acme/inventory.yaml"));

        assertThat(before.reload(folder).find("acme/inventory")).isEmpty();
    }

    @Test
    void theHashChangesWithTheFileAndWithItsTables() throws Exception {
        byte[] first =
                Mappings.load(folder).find("acme/inventory").orElseThrow().hash();

        write("acme/qty.csv", "some,6\n");
        byte[] second =
                Mappings.load(folder).find("acme/inventory").orElseThrow().hash();
        write("acme/inventory.yaml", GOOD + "# a word\n");
        byte[] third =
                Mappings.load(folder).find("acme/inventory").orElseThrow().hash();

        assertThat(second).isNotEqualTo(first);
        assertThat(third).isNotEqualTo(second);
    }

    @Test
    void noPartnerMayBeCalledStandard() throws Exception {
        Files.createDirectories(folder.resolve("standard"));
        write("standard/inventory.yaml", GOOD);

        Mappings mappings = Mappings.load(folder);

        assertThat(mappings.errors().get("standard/inventory.yaml")).contains("house layouts");
        assertThat(mappings.find("standard/inventory").orElseThrow().partner()).isEmpty();
    }

    @Test
    void guardsAndFeedHaveTheDefaultsOfTheContract() throws Exception {
        Mapping mapping = Mappings.load(folder).find("acme/inventory").orElseThrow();

        assertThat(mapping.guards()).isEqualTo(Guards.DEFAULT);
        assertThat(mapping.feed()).isEqualTo(new Feed(Feed.Absent.KEEP, 1, 2));
    }

    @Test
    void guardsAndFeedAreWhatTheFileSays() throws Exception {
        write(
                "acme/inventory.yaml",
                GOOD
                        + """
                        feed: {absent: {then: zero, after: 2}}
                        guards: {rows: {min: 50, change_pct: 10}, to_zero_pct: 20, unknown_sku_pct: 3, quantity_max: 900, then: reject}
                        errors: {max_bad_pct: 0.5}
                        """);

        Mapping mapping = Mappings.load(folder).find("acme/inventory").orElseThrow();

        assertThat(mapping.guards())
                .isEqualTo(new Guards(
                        java.util.OptionalInt.of(50), 10, 20, 3, java.util.OptionalInt.of(900), Guards.Then.REJECT));
        assertThat(mapping.feed()).isEqualTo(new Feed(Feed.Absent.ZERO, 2, 0.5));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
