package io.quayside.web.pages;

import io.quayside.inbox.DocumentView.Change;
import io.quayside.inbox.DocumentView.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything on a document's page.
 *
 * @param made records by the line they begin at
 * @param wrong problems by the line they are at
 * @param unmade why there are no records
 * @param nextChanges where the next part of the changes begins
 */
record DocumentShown(
        DocumentHead document,
        List<Other> answeredBy,
        List<String> orders,
        List<Problem> problems,
        List<Change> changes,
        Optional<Integer> nextChanges,
        Optional<Raw> raw,
        Map<Integer, List<Made>> made,
        Map<Integer, List<Problem>> wrong,
        Optional<String> unmade,
        Optional<String> done) {

    /** Whether what was there before is known of any change. */
    boolean isCompared() {
        return changes.stream().anyMatch(change -> change.before().isPresent());
    }

    /** The address of the line a position means; empty where it means none. */
    Optional<String> address(String at) {
        return raw.map(window -> window.positions().line(at))
                .filter(line -> line.isPresent())
                .map(line -> {
                    int n = line.getAsInt();
                    Raw window = raw.orElseThrow();
                    boolean here = n >= window.first() && n <= window.last();
                    return (here ? "" : "?from=" + Math.max(1, n - 10)) + "#L" + n;
                });
    }

    /** Another document that belongs to this one. */
    record Other(long id, String kind, String name, String status) {}
}
