package io.quayside.store;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows as records, public or not: Jdbi by itself only makes public ones. */
public final class Rows {
    private static final Map<Class<?>, RowMapper<?>> MAPPERS = new ConcurrentHashMap<>();

    private Rows() {}

    /** Maps columns to the components of a record by name: {@code changed_at} is {@code changedAt}. */
    @SuppressWarnings("unchecked")
    public static <T extends Record> RowMapper<T> of(Class<T> type) {
        return (RowMapper<T>) MAPPERS.computeIfAbsent(type, Rows::mapper);
    }

    private static RowMapper<?> mapper(Class<?> type) {
        Constructor<?> canonical = type.getDeclaredConstructors()[0];
        canonical.setAccessible(true);
        return new ByColumns<>(ConstructorMapper.of(canonical), new ConcurrentHashMap<>());
    }

    /** Finds out once which column goes where, not for each result anew. */
    private record ByColumns<T>(RowMapper<T> mapper, Map<List<String>, RowMapper<T>> known) implements RowMapper<T> {
        @Override
        public T map(ResultSet rows, StatementContext context) throws SQLException {
            return specialize(rows, context).map(rows, context);
        }

        @Override
        public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
            List<String> columns = columns(rows.getMetaData());
            RowMapper<T> fitting = known.get(columns);
            if (fitting == null) {
                fitting = mapper.specialize(rows, context);
                known.put(columns, fitting);
            }
            return fitting;
        }

        private static List<String> columns(ResultSetMetaData meta) throws SQLException {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(meta.getColumnLabel(i));
            }
            return columns;
        }
    }
}
