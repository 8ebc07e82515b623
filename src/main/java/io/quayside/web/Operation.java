package io.quayside.web;

import io.quayside.store.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What openapi.yaml says about one call.
 *
 * @param query names of its query parameters
 * @param mediaTypes of its body, the one that is assumed first; empty where it takes none
 * @param once whether it takes an Idempotency-Key; elsewhere the header means nothing
 * @param waits whether it asks the network ({@code x-waits}), so that no transaction may be open around it
 */
record Operation(Set<String> query, List<String> mediaTypes, boolean once, boolean waits) {
    private static final Map<String, Long> LARGEST =
            Map.of("application/json", 4L << 20, "application/x-ndjson", 64L << 20, "*/*", 1L << 30);

    /** Largest body in bytes. */
    static long largest(String mediaType) {
        return LARGEST.getOrDefault(mediaType, 0L);
    }

    /** The media type that a Content-Type header (null: none was sent) stands for; refuses those that this call does not read. */
    String mediaType(String contentType) {
        if (mediaTypes.isEmpty()) {
            return "";
        }
        if (contentType == null || mediaTypes.contains("*/*")) {
            return mediaTypes.get(0);
        }
        String plain = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        if (mediaTypes.contains(plain)) {
            return plain;
        }
        throw new Refusal(
                Refusal.Kind.UNSUPPORTED,
                "this call does not read " + plain + "; write Content-Type: " + String.join(" or ", mediaTypes));
    }

    /** Refuses a query parameter that this call does not have. */
    void checkNames(Set<String> names) {
        for (String name : names) {
            if (!query.contains(name)) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "this call has no query parameter \"" + name + "\"" + Names.instead(name, query),
                        new Refusal.Place(name, "leave it out"));
            }
        }
    }
}
