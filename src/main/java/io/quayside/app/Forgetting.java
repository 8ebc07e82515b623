package io.quayside.app;

import io.quayside.store.Database;
import io.quayside.store.Sql;

/** Deletes what has been kept long enough (contracts, section 1), a bounded part a step, so that nobody waits for it. */
final class Forgetting {
    private final Database database;
    private final Settings.Retention retention;

    Forgetting(Database database, Settings.Retention retention) {
        this.database = database;
        this.retention = retention;
    }

    /** Deletes some; says whether there may be more. */
    boolean step() {
        return some("app/forget_bytes", retention.bytes())
                | some("app/forget_changes", retention.staged())
                | some("app/forget_attempts", retention.events())
                | some("app/forget_events", retention.events());
    }

    private boolean some(String sql, int days) {
        return database.inTransaction(handle ->
                        handle.createUpdate(Sql.named(sql)).bind("days", days).execute())
                > 0;
    }
}
