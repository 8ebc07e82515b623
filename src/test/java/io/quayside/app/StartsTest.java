package io.quayside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.store.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start refuses before it touches anything. */
class StartsTest {
    @TempDir
    Path folder;

    @Test
    void theDemoEmptiesNoFolderButItsOwn() throws Exception {
        Path precious = Files.writeString(folder.resolve("admin.key"), "mine\n");
        StringWriter errors = new StringWriter();

        int exit = Quayside.commandLine()
                .setErr(new PrintWriter(errors))
                .execute("demo", "--exit", "--data", folder.toString());

        assertThat(exit).isEqualTo(Quayside.WRONG_USE);
        assertThat(errors.toString()).contains(folder + " holds something else; name an empty one with --data");
        assertThat(precious).hasContent("mine\n");
        assertThat(folder.resolve("demo")).doesNotExist();
    }

    @Test
    void aDataFolderIsForOneGateway() throws Exception {
        try (DataFolder first = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(
                            "a gateway (process " + ProcessHandle.current().pid() + ") runs on " + folder);
        }
        DataFolder.take(folder).close();
    }

    @Test
    void aFolderThatSomebodyNamesMustBeThere() {
        assertThat(said("run", "--mappings", folder.resolve("nope").toString()))
                .isEqualTo("2 quayside: --mappings: there is no folder " + folder.resolve("nope") + "\n");
        assertThat(said("check", folder.resolve("nope").toString()))
                .isEqualTo("2 quayside: there is no folder " + folder.resolve("nope") + "\n");
    }

    @Test
    void aPortThatSomebodyHasIsFoundBeforeAnythingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(said("run", "--http", "0", "--sftp", port, "--data", folder.toString()))
                    .isEqualTo("1 quayside: cannot open port " + port + " on 127.0.0.1: Address already in use"
                            + "; stop what uses it, or choose another with --sftp\n");
        }
        assertThat(folder.resolve("postgres")).doesNotExist();
    }

    @Test
    void aRouteThatNamesAMappingThatNobodyHasIsBroken() throws Exception {
        Files.writeString(
                folder.resolve("north.camel.yaml"),
                """
                - route:
                    id: north-stock
                    from:
                      uri: kamelet:feed-inbox
                      parameters: {partner: north}
                      steps:
                        - to: {uri: kamelet:keep, parameters: {mapping: standard/inventry}}
                """);

        assertThat(said("check", folder.toString())).startsWith("1 ");
    }

    @Test
    void aRouteThatKeepsDocumentsForAMappingThatWritesIsBroken() throws Exception {
        Path partner = Files.createDirectories(folder.resolve("north"));
        String mapping = "mapping: 1\npartner: north\nsource: {format: csv}\nproduces: ";
        Files.writeString(partner.resolve("stock.yaml"), mapping + "inventory\nfields: {sku: Item, quantity: Qty}\n");
        Files.writeString(
                partner.resolve("orders.yaml"), mapping + "purchase-order\nwrite: {each lines: {Item: \"{sku}\"}}\n");
        String route =
                """
                - route:
                    id: north-stock
                    from:
                      uri: kamelet:feed-inbox
                      parameters: {partner: north}
                      steps:
                        - to: {uri: kamelet:keep, parameters: {mapping: north/%s}}
                """;

        Files.writeString(folder.resolve("north.camel.yaml"), route.formatted("stock"));
        assertThat(said("check", folder.toString())).startsWith("0 ");
        Files.writeString(folder.resolve("north.camel.yaml"), route.formatted("orders"));
        assertThat(said("check", folder.toString())).startsWith("1 ");
    }

    @Test
    void thePartnersOwnFolderIsCheckedAndAFolderOfNothingIsNotGood() throws Exception {
        Path partner = Files.createDirectories(folder.resolve("mappings/north"));
        Files.writeString(partner.resolve("stock.yaml"), "mapping: 1\npartnr: north\n");

        assertThat(said("check", partner.toString())).startsWith("1 ");
        assertThat(said(
                        "check",
                        Files.createDirectories(folder.resolve("empty")).toString()))
                .startsWith("1 ");
    }

    /** Exit code and what was said on stderr. */
    private static String said(String... arguments) {
        StringWriter errors = new StringWriter();
        int exit = Quayside.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
        return exit + " " + errors;
    }

    @Test
    void anEmptyKeyFileIsNoKey() throws Exception {
        Files.createFile(folder.resolve("admin.key"));
        Settings settings = Settings.load(Optional.empty(), Map.of(), Map.of("quayside.data", folder.toString()));

        assertThatThrownBy(() -> AdminKey.of(settings)).hasMessageContaining("admin.key is empty; delete it");
    }

    @Test
    void theFirstKeyIsMadeOnce() {
        Settings settings = Settings.load(Optional.empty(), Map.of(), Map.of("quayside.data", folder.toString()));

        assertThat(AdminKey.of(settings)).isNotEmpty().isEqualTo(AdminKey.of(settings));
        assertThat(folder.toFile().list()).containsExactly("admin.key");
    }
}
