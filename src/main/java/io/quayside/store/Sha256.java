package io.quayside.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which contents are told apart and secrets are kept. */
public final class Sha256 {
    private Sha256() {}

    /** To be fed piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of all these bytes. */
    public static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }
}
