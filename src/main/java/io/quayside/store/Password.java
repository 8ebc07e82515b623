package io.quayside.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How {@code partner.password_hash} is written and checked: {@code pbkdf2-sha256$ROUNDS$SALT$HASH}, salt and hash in
 * base64. The rounds stand in the text, so they can grow without making old passwords invalid.
 */
public final class Password {
    private static final String SCHEME = "pbkdf2-sha256";
    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Password() {}

    /** The text to store; another one at each call. Takes about a tenth of a second, on purpose. */
    public static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return String.join(
                "$",
                SCHEME,
                String.valueOf(ROUNDS),
                text.encodeToString(salt),
                text.encodeToString(derive(password, salt, ROUNDS)));
    }

    /** Whether {@code stored} was made from {@code password}. A text of another form never matches. */
    public static boolean matches(String password, String stored) {
        String[] parts = stored.split("\\$", -1);
        if (parts.length != 4 || !SCHEME.equals(parts[0])) {
            return false;
        }
        Base64.Decoder bytes = Base64.getDecoder();
        return MessageDigest.isEqual(
                bytes.decode(parts[3]), derive(password, bytes.decode(parts[2]), Integer.parseInt(parts[1])));
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", e);
        }
    }
}
