package io.quayside.app.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** A supplier of the demo: an SFTP client (camel-ftp) with a key of its own. */
final class Partner {
    private static final long MOST_MILLIS = 20_000;

    private final String code;
    private final Path privateKey;
    private final Path knownHosts;
    private final String publicKey;

    private Partner(String code, Path privateKey, Path knownHosts, String publicKey) {
        this.code = code;
        this.privateKey = privateKey;
        this.knownHosts = knownHosts;
        this.publicKey = publicKey;
    }

    /** A partner with a new ed25519 or RSA key in {@code folder}. */
    static Partner withKey(String code, boolean ed25519, Path folder, Path knownHosts)
            throws IOException, GeneralSecurityException {
        KeyPair pair = ed25519
                ? KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256)
                : KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 3072);
        Files.createDirectories(folder);
        Path file = folder.resolve(code + ".key");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, code, null, out);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new Partner(code, file, knownHosts, PublicKeyEntry.toString(pair.getPublic()));
    }

    String publicKey() {
        return publicKey;
    }

    /** Puts a file into the partner's inbox, as a supplier's own software would. */
    void drop(ProducerTemplate template, int port, DemoFile file) {
        template.sendBodyAndHeader(folder("inbox", port), file.bytes(), Exchange.FILE_NAME, file.name());
    }

    /** Takes the next file of that pattern out of the partner's outbox, as soon as there is one. */
    Optional<DemoFile> pickUp(ConsumerTemplate template, int port, String pattern) {
        Exchange file = template.receive(
                folder("outbox", port) + "&delete=true&delay=200&initialDelay=0&include=" + pattern, MOST_MILLIS);
        if (file == null) {
            return Optional.empty();
        }
        String name = file.getMessage().getHeader(Exchange.FILE_NAME, String.class);
        String text = file.getMessage().getBody(String.class);
        template.doneUoW(file);
        return Optional.of(new DemoFile(name, text));
    }

    private String folder(String name, int port) {
        return "sftp:" + code + "@127.0.0.1:" + port + "/" + name + "?privateKeyFile=" + privateKey
                + "&knownHostsFile=" + knownHosts
                + "&useUserKnownHostsFile=false&strictHostKeyChecking=yes&autoCreate=false&stepwise=false"
                + "&disconnect=true&connectTimeout=5000&soTimeout=30000&jschLoggingLevel=OFF";
    }
}
