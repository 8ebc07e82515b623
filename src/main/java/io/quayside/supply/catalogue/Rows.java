package io.quayside.supply.catalogue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Columns as values of ours. */
final class Rows {
    private Rows() {}

    /** A text[]; an absent one is empty. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static <T> Optional<T> optional(ResultSet row, String column, Class<T> type) throws SQLException {
        return Optional.ofNullable(row.getObject(column, type));
    }
}
