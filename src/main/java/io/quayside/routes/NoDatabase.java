package io.quayside.routes;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Stands in for the database while route files are only checked. */
final class NoDatabase extends AbstractDataSource {
    @Override
    public Connection getConnection() throws SQLException {
        throw new SQLException("route files are checked without a database");
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
