package io.quayside.web.pages;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The numbers of the day. Counting takes longer than the rest of the page, so that what was counted holds for five seconds. Thread-safe. */
final class DayCounts {
    private static final Duration HOLDS = Duration.ofSeconds(5);

    /** The day so far. */
    record Counts(
            int arrived,
            int applied,
            int rejected,
            int sent,
            int underWay,
            int refilled,
            int lost,
            int promisesMoved,
            int waiting,
            int told,
            int failing) {}

    private Counts counted;
    private Instant at = Instant.MIN;

    synchronized Counts asOf(Handle handle, Times times) {
        if (at.isBefore(times.now().minus(HOLDS)) || at.isBefore(times.midnight())) {
            counted = handle.createQuery(Sql.named("web/today/counts"))
                    .bind("midnight", times.midnight())
                    .map(Rows.of(Counts.class))
                    .one();
            at = times.now();
        }
        return counted;
    }
}
