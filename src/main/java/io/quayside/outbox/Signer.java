package io.quayside.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks 1.0 says, once per secret (two while they rotate). Not thread-safe. */
final class Signer {
    private final List<Mac> macs;

    Signer(List<Secret> secrets) {
        this.macs = secrets.stream().map(Signer::mac).toList();
    }

    /** The header {@code webhook-signature}; {@code seconds} is the header {@code webhook-timestamp}. */
    String sign(String id, long seconds, byte[] body) {
        byte[] head = (id + "." + seconds + ".").getBytes(UTF_8);
        return macs.stream().map(mac -> signature(mac, head, body)).collect(Collectors.joining(" "));
    }

    private static String signature(Mac mac, byte[] head, byte[] body) {
        mac.update(head);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private static Mac mac(Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.key(), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
