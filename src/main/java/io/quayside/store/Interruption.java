package io.quayside.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Failures that say nothing of the work at hand: the database is away, restarting, full of connections, or we are stopping.
 * Known by SQL state: classes 08, 40, 53, 57.
 */
public final class Interruption {
    private Interruption() {}

    /** Whether the failure, or what caused it, is one of these. */
    public static boolean is(Throwable failure) {
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
}
