package io.quayside.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** SSH public keys as text, in the form of authorized_keys: type, key in Base64, comment. */
final class PublicKeyText {
    private static final Set<String> TYPES = Set.of("ssh-ed25519", "ssh-rsa");

    private PublicKeyText() {}

    /** Whether this is one key of a type that the SFTP server takes; the Base64 must name the same type. */
    static boolean isOne(String text) {
        String[] parts = text.strip().split("[ \t]+", 3);
        if (parts.length < 2 || !TYPES.contains(parts[0]) || text.strip().contains("\n")) {
            return false;
        }
        try {
            ByteBuffer key = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
            if (key.remaining() < Integer.BYTES
                    || key.getInt() != parts[0].length()
                    || key.remaining() <= parts[0].length()) {
                return false;
            }
            byte[] type = new byte[parts[0].length()];
            key.get(type);
            return parts[0].equals(new String(type, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
