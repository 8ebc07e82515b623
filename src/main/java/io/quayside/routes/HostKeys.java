package io.quayside.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The server's own keys, ed25519 and RSA, as PEM files that only we may read; made at the first start. */
final class HostKeys {
    private static final int RSA_BITS = 3072;
    private static final int ED25519_BITS = 256;

    private HostKeys() {}

    /** Reads the keys in {@code folder}, making those that are missing. */
    static KeyPairProvider in(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        return KeyPairProvider.wrap(List.of(
                key(folder.resolve("ssh_host_ed25519.pem"), HostKeys::ed25519),
                key(folder.resolve("ssh_host_rsa.pem"), HostKeys::rsa)));
    }

    @FunctionalInterface
    private interface Generator {
        KeyPair generate() throws GeneralSecurityException;
    }

    private static KeyPair key(Path file, Generator generator) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            write(file, generator.generate());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return SecurityUtils.loadKeyPairIdentities(null, new PathResource(file), in, null)
                    .iterator()
                    .next();
        }
    }

    private static KeyPair ed25519() throws GeneralSecurityException {
        return SecurityUtils.getEDDSAPublicKeyEntryDecoder().generateKeyPair(ED25519_BITS);
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = SecurityUtils.getKeyPairGenerator("RSA");
        generator.initialize(RSA_BITS);
        return generator.generateKeyPair();
    }

    private static void write(Path file, KeyPair key) throws IOException, GeneralSecurityException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "quayside", null, out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
