package io.quayside.supply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rows turned into columns, as {@code unnest} wants them; a column may hold nulls. */
public final class Columns {
    private Columns() {}

    /** One value of each row. */
    public static <T, C> List<C> of(Collection<T> rows, Function<T, C> column) {
        List<C> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(column.apply(row)));
        return list;
    }

    /** Values as the database reads them from text; absent ones are null. */
    public static <T> List<String> texts(Collection<T> rows, Function<T, ? extends Optional<?>> column) {
        return of(rows, row -> column.apply(row).map(Object::toString).orElse(null));
    }
}
