package io.quayside.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * PostgreSQL behind one pool. Work is given as functions of a Jdbi {@link Handle}; SQL comes from files ({@link Sql}).
 *
 * <p>A transaction is run again when the database says that it lost a race (serialization failure, deadlock), so the
 * function must not have effects outside the database. No caller may wait for the network inside one.
 */
public final class Database implements AutoCloseable {
    private static final int TRIES = 5;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    /** The transaction that everything on this thread is part of, inside {@link #together}. */
    private final ThreadLocal<Handle> joined = new ThreadLocal<>();

    /** Opens a pool; {@code url} is a JDBC URL of PostgreSQL. Does not migrate. */
    public Database(String url, String user, String password, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("quayside");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("ApplicationName", "quayside");
        config.setConnectionInitSql(Sql.named("store/connection"));
        config.addDataSourceProperty("options", "-c client_connection_check_interval=2s -c timezone=UTC");
        this.pool = new HikariDataSource(config);
        this.jdbi = Jdbi.create(pool)
                .registerArrayType(String.class, "text")
                .registerArrayType(Long.class, "int8")
                .registerArrayType(Integer.class, "int4")
                .registerArrayType(Boolean.class, "bool");
    }

    /** Brings the schema up to this version (forward migrations under {@code db/migration}). */
    public void migrate() {
        Flyway.configure().dataSource(pool).load().migrate();
    }

    /** Empties it: schema and all. For demos and benchmarks, which start afresh. */
    public void clear() {
        transact(handle -> handle.createScript(Sql.named("store/clear")).execute());
    }

    /** For libraries that want the pool itself (camel-sql). */
    public DataSource dataSource() {
        return pool;
    }

    /** Runs {@code work} in one transaction and answers what it answers. */
    public <T> T inTransaction(Function<Handle, T> work) {
        Handle open = joined.get();
        return open != null ? atSavepoint(open, work) : inNewTransaction(work);
    }

    /**
     * Like {@link #inTransaction}, and every transaction that {@code work} makes on this thread becomes part of this one:
     * all of it is committed or nothing. Work that was refused inside is undone to where it began.
     */
    public <T> T together(Function<Handle, T> work) {
        return inNewTransaction(handle -> {
            joined.set(handle);
            try {
                return work.apply(handle);
            } finally {
                joined.remove();
            }
        });
    }

    private static <T> T atSavepoint(Handle open, Function<Handle, T> work) {
        open.savepoint("inner");
        try {
            T answer = work.apply(open);
            open.release("inner");
            return answer;
        } catch (RuntimeException e) {
            open.rollbackToSavepoint("inner");
            throw e;
        }
    }

    private <T> T inNewTransaction(Function<Handle, T> work) {
        JdbiException lost = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return jdbi.inTransaction(work::apply);
            } catch (JdbiException e) {
                if (!lostARace(e)) {
                    throw e;
                }
                if (lost != null) {
                    e.addSuppressed(lost);
                }
                lost = e;
            }
        }
        throw lost;
    }

    /** Like {@link #inTransaction} for work without an answer. */
    public void transact(Consumer<Handle> work) {
        inTransaction(handle -> {
            work.accept(handle);
            return null;
        });
    }

    /** Runs {@code work} on a connection without an open transaction: each statement stands alone. */
    public <T> T read(Function<Handle, T> work) {
        Handle open = joined.get();
        return open != null ? work.apply(open) : jdbi.withHandle(work::apply);
    }

    @Override
    public void close() {
        pool.close();
    }

    private static boolean lostARace(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && ("40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
