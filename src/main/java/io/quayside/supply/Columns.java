package io.quayside.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rows turned into columns, as {@code unnest} wants them; a column may hold nulls. */
final class Columns {
    private Columns() {}

    static <T, C> List<C> of(List<T> rows, Function<T, C> column) {
        List<C> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(column.apply(row)));
        return list;
    }

    /** Values as the database reads them from text; absent ones are null. */
    static <T> List<String> texts(List<T> rows, Function<T, ? extends Optional<?>> column) {
        return of(rows, row -> column.apply(row).map(Object::toString).orElse(null));
    }
}
