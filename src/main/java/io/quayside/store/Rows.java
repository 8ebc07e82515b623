package io.quayside.store;

import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

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
        return ConstructorMapper.of(canonical);
    }
}
