package io.quayside.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets before they go into the database, so that a copy of the database gives none away. AES-256-GCM with the
 * installation's key, which lives in a file beside the data. What is sealed for one purpose opens only for that purpose.
 * Thread-safe.
 */
public final class Seal {
    private static final byte VERSION = 1;
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** With the key in {@code file} (32 bytes in base64), which is made, readable by its owner only, where it is missing. */
    public static Seal withKeyIn(Path file) {
        try {
            create(file);
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != KEY) {
                throw new IllegalStateException(file + " must hold 32 bytes in base64; it holds " + key.length);
            }
            return new Seal(key);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read or made", e);
        }
    }

    private static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                folder,
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
            // A link, not a move: of two first starts at once the second keeps the first one's key.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    /** Seals {@code secret} for {@code purpose}, for example the id of the row that will hold it. */
    public byte[] seal(byte[] secret, String purpose) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, purpose, ByteBuffer.wrap(secret));
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The secret that was sealed for {@code purpose}; throws where key, purpose or bytes are not the same. */
    public byte[] open(byte[] sealed, String purpose) {
        ByteBuffer in = ByteBuffer.wrap(sealed);
        if (in.remaining() < 1 + NONCE || in.get() != VERSION) {
            throw new IllegalArgumentException("not sealed by this version");
        }
        byte[] nonce = new byte[NONCE];
        in.get(nonce);
        return run(Cipher.DECRYPT_MODE, nonce, purpose, in);
    }

    private byte[] run(int mode, byte[] nonce, String purpose, ByteBuffer in) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            byte[] out = new byte[cipher.getOutputSize(in.remaining())];
            cipher.doFinal(in, ByteBuffer.wrap(out));
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("sealed with another key or for another purpose", e);
        }
    }
}
