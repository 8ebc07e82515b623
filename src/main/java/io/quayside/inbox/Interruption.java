package io.quayside.inbox;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Failures that say nothing of the document: the database is away, restarting, full of connections, or we are stopping.
 * They do not count as an attempt. Known by SQL state: classes 08, 40, 53, 57.
 */
final class Interruption {
    private Interruption() {}

    static boolean is(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientConnectionException || t instanceof InterruptedException) {
                return true;
            }
            if (t instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().matches("(08|40|53|57).*")) {
                return true;
            }
        }
        return false;
    }

    /** What another thread of ours threw, to be thrown here: it was unchecked there, too. */
    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
