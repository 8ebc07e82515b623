package io.quayside.outbox;

import io.quayside.store.Refusal;
import io.quayside.store.Seal;
import java.security.SecureRandom;
import java.util.Base64;

/** What an endpoint and we know and nobody else: it signs. Its text never comes from {@link #toString}. */
final class Secret {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    static Secret random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new Secret(key);
    }

    /** A secret that the caller chose: {@code whsec_} and 24 to 64 bytes in base64; refuses others with 422. */
    static Secret parse(String text) {
        try {
            byte[] key =
                    text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : new byte[0];
            if (key.length >= 24 && key.length <= 64) {
                return new Secret(key);
            }
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
        throw refusal();
    }

    static Secret open(Seal seal, byte[] sealed, String webhook) {
        return new Secret(seal.open(sealed, webhook));
    }

    byte[] seal(Seal seal, String webhook) {
        return seal.seal(key, webhook);
    }

    byte[] key() {
        return key;
    }

    /** As it is shown once: {@code whsec_…}. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    private static Refusal refusal() {
        String sentence = "write whsec_ followed by 24 to 64 bytes in base64, or leave the secret out and get one";
        return new Refusal(
                Refusal.Kind.UNPROCESSABLE,
                "the secret is not usable: " + sentence,
                new Refusal.Place("/secret", sentence));
    }
}
