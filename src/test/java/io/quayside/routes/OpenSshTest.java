package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.inbox.Keeping;
import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client that most suppliers have, where this machine has it. */
@Timeout(120)
class OpenSshTest {
    private record Said(int exit, String text) {}

    @TempDir
    Path folder;

    private final Database database = TestDatabase.create();
    private Routes routes;
    private int port;

    @BeforeEach
    void start() throws Exception {
        run("", "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "acme.key");
        database.transact(h -> h.execute(
                "insert into partner (code, name, public_keys) values ('acme', 'Acme', array[?])",
                read("acme.key.pub").strip()));
        routes = Routes.start(
                folder.resolve("routes"), folder.resolve("data"), database, new Keeping(database, () -> {}));
        port = routes.openSftp("127.0.0.1", 0);
        Files.writeString(folder.resolve("inventory.csv"), "sku,quantity\nA,1\n");
    }

    @AfterEach
    void stop() {
        if (routes != null) {
            routes.close();
        }
        database.close();
    }

    @Test
    void putKeepsAFileWithItsTimesAndPermissions() throws Exception {
        Said said = sftp("put -p inventory.csv inbox/\nls -l inbox\n");

        assertThat(said.exit()).as(said.text()).isZero();
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> documents()
                .equals(List.of("inventory.csv 17")));
    }

    @Test
    void scpPutsAFileToo() throws Exception {
        Said said = run("", ssh("scp", "-P", "-s", "inventory.csv", "acme@127.0.0.1:inbox/"));

        assertThat(said.exit()).as(said.text()).isZero();
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> documents()
                .equals(List.of("inventory.csv 17")));
    }

    @Test
    void aNameThatLeadsOutIsRefusedWithAReason() throws Exception {
        Said said = sftp("put inventory.csv inbox/../../x\n");

        assertThat(said.exit()).isNotZero();
        assertThat(said.text()).containsIgnoringCase("permission denied");
        assertThat(documents()).isEmpty();
    }

    @Test
    void thereIsNoShellAndNoCommand() throws Exception {
        Said said = run("", ssh("ssh", "-p", "acme@127.0.0.1", "id"));

        assertThat(said.exit()).isNotZero();
        assertThat(said.text()).doesNotContain("uid=");
    }

    private Said sftp(String commands) throws Exception {
        return run(commands, ssh("sftp", "-P", "-b", "-", "acme@127.0.0.1"));
    }

    private String[] ssh(String program, String portOption, String... rest) {
        List<String> command = new ArrayList<>(List.of(
                program,
                portOption,
                String.valueOf(port),
                "-i",
                folder.resolve("acme.key").toString(),
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "IdentitiesOnly=yes",
                "-o",
                "BatchMode=yes"));
        command.addAll(List.of(rest));
        return command.toArray(new String[0]);
    }

    private Said run(String input, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> documents() {
        return database.read(h -> h.createQuery("select concat_ws(' ', name, size) from document order by id")
                .mapTo(String.class)
                .list());
    }
}
