package io.quayside.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A migrated database for a test, empty and its own. One embedded PostgreSQL serves the whole JVM; each database is a copy
 * of a template that was migrated once.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    /** A new database, migrated and empty. Closing it closes its pool. */
    public static Database create() {
        return open(createUrl());
    }

    /** A new database's JDBC URL, for what opens its own pool (a second node, a whole gateway). */
    public static String createUrl() {
        String name = "t" + COUNT.incrementAndGet();
        execute("create database " + name + " template quayside_template");
        return server().getJdbcUrl("postgres", name);
    }

    /** A pool on a database made by {@link #createUrl}. */
    public static Database open(String url) {
        return new Database(url, "postgres", "", 12);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("shared_buffers", "256MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            execute("create database quayside_template");
            try (Database template = open(server.getJdbcUrl("postgres", "quayside_template"))) {
                template.migrate();
            }
        }
        return server;
    }

    private static void execute(String sql) {
        try (Connection c = server().getPostgresDatabase().getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
