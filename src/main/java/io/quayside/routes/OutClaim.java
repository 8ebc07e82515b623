package io.quayside.routes;

import java.util.Map;
import java.util.UUID;

/** A document that is being sent, as it was when it was claimed; {@code route} sends it. */
record OutClaim(String route, long document, UUID lease, String partner, String kind, String name, int attempts) {
    /** From the row that {@code claim_out.sql} answers. */
    static OutClaim of(String route, Map<?, ?> row) {
        return new OutClaim(
                route,
                ((Number) row.get("id")).longValue(),
                (UUID) row.get("lease"),
                (String) row.get("partner"),
                (String) row.get("kind"),
                (String) row.get("name"),
                ((Number) row.get("attempts")).intValue());
    }
}
