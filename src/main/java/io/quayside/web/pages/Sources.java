package io.quayside.web.pages;

import io.quayside.inbox.Documents;
import io.quayside.inbox.Layouts;
import io.quayside.store.Database;
import io.quayside.web.ApiKeys;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the pages show and act on.
 *
 * @param refused route and mapping files that do not run as they stand
 */
public record Sources(
        Database database,
        ApiKeys keys,
        Documents documents,
        Layouts layouts,
        Supplier<List<RefusedFile>> refused,
        Merchant merchant) {

    /** A file of ours that is not used as it stands, and why: a sentence with the line. */
    public record RefusedFile(String file, String why) {}
}
