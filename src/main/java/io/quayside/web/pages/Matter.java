package io.quayside.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that needs a person.
 *
 * @param ref what its link or remedy names: a document's id, a partner, a SKU
 * @param total how many of its concern there are, shown or not
 */
record Matter(
        Concern concern, String ref, String what, String partner, String detail, Optional<Instant> since, int total) {
    /** A row of one of the statements under sql/web/today. */
    record Row(String ref, String what, String partner, String detail, Optional<Instant> since, int total) {
        Matter of(Concern concern) {
            return new Matter(concern, ref, what, partner, detail, since, total);
        }
    }

    Optional<String> address() {
        return ref.isEmpty() || concern.address().isEmpty()
                ? Optional.empty()
                : Optional.of(concern.address().formatted(URLEncoder.encode(ref, StandardCharsets.UTF_8)));
    }

    String remedy() {
        return concern.remedy().formatted(ref);
    }
}
