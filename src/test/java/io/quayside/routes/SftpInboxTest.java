package io.quayside.routes;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.inbox.Keeping;
import io.quayside.store.Database;
import io.quayside.store.Password;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SftpInboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Making an RSA key takes seconds: one pair serves all tests. */
    @TempDir
    static Path keys;

    private static final String PASSWORD = "correct horse";

    @TempDir
    Path folder;

    private final KeyPair key = keyPair();
    private final Database database = TestDatabase.create();
    private Routes routes;
    private int port;
    private SshClient ssh;

    @BeforeEach
    void start() throws Exception {
        database.transact(h -> h.execute(
                "insert into partner (code, name, kinds, public_keys, password_hash) values"
                        + " ('acme', 'Acme', '{supplier}', array[?], ?)",
                PublicKeyEntry.toString(key.getPublic()),
                Password.hash(PASSWORD)));
        Files.createDirectories(folder.resolve("routes"));
        HostKeys.in(keys);
        Files.createDirectories(folder.resolve("data/keys"));
        for (String pem : List.of("ssh_host_ed25519.pem", "ssh_host_rsa.pem")) {
            Files.copy(keys.resolve(pem), folder.resolve("data/keys").resolve(pem), COPY_ATTRIBUTES);
        }
        open();
        ssh = SshClient.setUpDefaultClient();
        ssh.start();
    }

    private void open() {
        routes = Routes.start(
                folder.resolve("routes"), folder.resolve("data"), database, new Keeping(database, () -> {}));
        port = routes.openSftp("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        ssh.stop();
        routes.close();
        database.close();
    }

    @Test
    void aClosedFileIsKeptAndLeavesTheInboxWithItsSession() throws IOException {
        try (ClientSession session = login();
                SftpClient client = sftp(session)) {
            put(client, "inbox/inventory.csv", "sku,quantity\nA,1\n");

            await().until(() -> documents().size() == 1);
            assertThat(client.stat("inbox/inventory.csv").getSize()).isEqualTo(17);
        }

        assertThat(documents()).containsExactly("acme standard/inventory inventory.csv 17");
        await().until(() -> inbox().isEmpty());
    }

    @Test
    void aSessionThatBreaksOffLeavesNothingToTake() throws IOException {
        try (ClientSession session = login();
                SftpClient client = sftp(session)) {
            OutputStream half = client.write("inbox/inventory.csv");
            half.write("sku,quantity\nA,1\n".getBytes(StandardCharsets.UTF_8));
            half.flush();
            session.close(true);
        }
        try (ClientSession session = login();
                SftpClient client = sftp(session)) {
            put(client, "inbox/receipt.csv", "x\n");
        }

        await().until(() -> documents().size() == 1);
        assertThat(documents()).containsExactly("acme standard/receipt receipt.csv 2");
    }

    @Test
    void anUnfinishedNameWaitsForItsRename() throws IOException {
        try (ClientSession session = login();
                SftpClient client = sftp(session)) {
            put(client, "inbox/inventory.csv.part", "sku,quantity\nA,1\n");
            put(client, "inbox/receipt.csv", "x\n");
            await().until(() -> documents().size() == 1);

            client.rename("inbox/inventory.csv.part", "inbox/inventory.csv");
        }

        await().until(() -> documents().size() == 2);
        assertThat(documents().get(1)).isEqualTo("acme standard/inventory inventory.csv 17");
    }

    @Test
    void theSameNameAgainInOneSessionIsTwoDocuments() throws IOException {
        try (ClientSession session = login();
                SftpClient client = sftp(session)) {
            put(client, "inbox/inventory.csv", "sku,quantity\nA,1\n");
            put(client, "inbox/inventory.csv", "sku,quantity\nA,22\n");
            await().until(() -> documents().size() == 2);
        }

        assertThat(documents())
                .containsExactly(
                        "acme standard/inventory inventory.csv 17", "acme standard/inventory inventory.csv 18");
        await().until(() -> inbox().isEmpty());
    }

    @Test
    void aFileThatNoRouteTakesIsKeptAllTheSame() throws IOException {
        try (ClientSession session = login();
                SftpClient client = sftp(session)) {
            put(client, "inbox/weekly.xyz", "?");
        }

        await().until(() -> documents().size() == 1);
        assertThat(documents()).containsExactly("acme none weekly.xyz 1");
    }

    @Test
    void aRouteTakesWhatItsNameMatches() throws IOException {
        write(
                "acme",
                """
                - route:
                    id: acme-eta
                    from:
                      uri: kamelet:feed-inbox
                      parameters: {partner: acme, include: 'ETA_\\d+[.]csv'}
                      steps:
                        - to: {uri: "kamelet:keep", parameters: {mapping: acme/etas}}
                """);
        await().until(() -> routes.files().size() == 1);

        try (ClientSession session = login();
                SftpClient client = sftp(session)) {
            put(client, "inbox/ETA_17.csv", "x\n");
        }

        await().until(() -> documents().size() == 1);
        assertThat(documents()).containsExactly("acme acme/etas ETA_17.csv 2");
    }

    @Test
    void filesOfARefusedRouteFileWaitUntilItIsMended() throws IOException {
        String good =
                """
                - route:
                    id: acme-eta
                    from:
                      uri: kamelet:feed-inbox
                      parameters: {partner: acme, include: 'ETA_.*'}
                      steps:
                        - to: {uri: "kamelet:keep", parameters: {mapping: acme/etas}}
                """;
        write("acme", good.replace("kamelet:keep", "kamelet:kep"));
        await().until(() -> routes.files().size() == 1);
        try (ClientSession session = login();
                SftpClient client = sftp(session)) {
            put(client, "inbox/ETA_17.csv", "x\n");
            put(client, "inbox/ETA_17.csv", "xyz\n");
            client.remove("inbox/ETA_17.csv");
        }

        routes.close();
        open();
        assertThat(documents()).isEmpty();
        write("acme", good);

        await().until(() -> documents().size() == 2);
        assertThat(documents()).containsExactly("acme acme/etas ETA_17.csv 2", "acme acme/etas ETA_17.csv 4");
    }

    @Test
    void nothingButFilesInTheThreeFolders() throws IOException {
        try (ClientSession session = login();
                SftpClient client = sftp(session)) {
            List<String> names = client.readEntries("/").stream()
                    .map(SftpClient.DirEntry::getFilename)
                    .filter(n -> !n.startsWith("."))
                    .sorted()
                    .toList();

            assertThat(names).containsExactly("inbox", "outbox", "test");
            assertThatThrownBy(() -> put(client, "inbox/../x.csv", "x")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> put(client, "/../../x.csv", "x")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> put(client, "outbox/x.csv", "x")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> client.mkdir("inbox/sub")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> client.symLink("inbox/l", "/etc/passwd")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> client.rmdir("outbox")).isInstanceOf(IOException.class);
        }
        assertThat(Files.exists(folder.resolve("x.csv"))).isFalse();
        assertThat(documents()).isEmpty();
    }

    @Test
    void aWrongPasswordDoesNotLogIn() throws IOException {
        try (ClientSession session =
                ssh.connect("acme", "127.0.0.1", port).verify(PATIENCE).getSession()) {
            session.addPasswordIdentity("wrong");

            assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theHostKeyStaysTheSame() throws IOException {
        Path pem = folder.resolve("data/keys/ssh_host_ed25519.pem");
        String before = Files.readString(pem);

        routes.close();
        open();

        assertThat(Files.readString(pem)).isEqualTo(before).startsWith("-----BEGIN");
        assertThat(Files.getPosixFilePermissions(pem)).hasSize(2);
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("routes").resolve(name + ".camel.yaml"), text);
    }

    private ClientSession login() throws IOException {
        ClientSession session =
                ssh.connect("acme", "127.0.0.1", port).verify(PATIENCE).getSession();
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        return session;
    }

    private static SftpClient sftp(ClientSession session) throws IOException {
        return SftpClientFactory.instance().createSftpClient(session);
    }

    private static void put(SftpClient client, String path, String text) throws IOException {
        try (OutputStream out = client.write(path)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<String> documents() {
        return database.read(
                h -> h.createQuery("select concat_ws(' ', partner, mapping, name, size) from document order by id")
                        .mapTo(String.class)
                        .list());
    }

    private List<Path> inbox() throws IOException {
        try (var files = Files.list(folder.resolve("data/sftp/acme/inbox"))) {
            return files.toList();
        }
    }

    private static KeyPair keyPair() {
        try {
            return SecurityUtils.getEDDSAPublicKeyEntryDecoder().generateKeyPair(256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
