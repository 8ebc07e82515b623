package io.quayside.supply.catalogue;

import io.quayside.store.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Items as columns for {@code unnest}: their own, and a row for each gtin, alias and supplier that they name. As one JSON
 * document they would be parsed again by every statement, which took most of the time of a bulk.
 */
final class ItemColumns {
    private final List<Item> items;
    private final List<Part<String>> gtins;
    private final List<Part<String>> aliases;
    private final List<Part<Item.Supplier>> suppliers;

    ItemColumns(Collection<Item> items) {
        this.items = List.copyOf(items);
        this.gtins = parts(Item::gtins);
        this.aliases = parts(Item::aliases);
        this.suppliers = parts(Item::suppliers);
    }

    /** What an item names at a place of its list, from 0. */
    private record Part<T>(String owner, T of, int place) {}

    private <T> List<Part<T>> parts(Function<Item, List<T>> list) {
        List<Part<T>> parts = new ArrayList<>();
        for (Item item : items) {
            List<T> named = list.apply(item);
            for (int n = 0; n < named.size(); n++) {
                parts.add(new Part<>(item.sku(), named.get(n), n));
            }
        }
        return parts;
    }

    <S extends SqlStatement<S>> S bindSkus(S statement) {
        return statement.bindArray("skus", String.class, column(items, Item::sku));
    }

    <S extends SqlStatement<S>> S bindItems(S statement) {
        return bindSkus(statement)
                .bindArray("names", String.class, column(items, Item::name))
                .bindArray("statuses", String.class, column(items, item -> item.status()
                        .word()))
                .bindArray("release_dates", String.class, column(items, item -> item.releaseDate()
                        .map(Object::toString)
                        .orElse(null)))
                .bindArray("backorder_allowed", Boolean.class, column(items, item -> item.backorder()
                        .allowed()))
                .bindArray("backorder_limits", Integer.class, column(items, item -> item.backorder()
                        .limit()
                        .orElse(null)))
                .bindArray("safety_stock", Integer.class, column(items, Item::safetyStock))
                .bindArray("reorder_points", Integer.class, column(items, item -> item.reorderPoint()
                        .orElse(null)))
                .bindArray("substitutes", String.class, column(items, item -> Json.write(item.substitutes())));
    }

    <S extends SqlStatement<S>> S bindGtins(S statement) {
        return bindNames(statement, gtins);
    }

    <S extends SqlStatement<S>> S bindAliases(S statement) {
        return bindNames(statement, aliases);
    }

    private static <S extends SqlStatement<S>> S bindNames(S statement, List<Part<String>> names) {
        return statement
                .bindArray("owners", String.class, column(names, Part::owner))
                .bindArray("names", String.class, column(names, Part::of));
    }

    <S extends SqlStatement<S>> S bindSuppliers(S statement) {
        return statement
                .bindArray("owners", String.class, column(suppliers, Part::owner))
                .bindArray("partners", String.class, column(suppliers, row -> row.of()
                        .partner()))
                .bindArray("supplier_skus", String.class, column(suppliers, row -> row.of()
                        .supplierSku()))
                .bindArray("packs", Integer.class, column(suppliers, row -> row.of()
                        .pack()))
                .bindArray("lead_days", Integer.class, column(suppliers, row -> row.of()
                        .leadDays()
                        .orElse(null)))
                .bindArray("dropship", Boolean.class, column(suppliers, row -> row.of()
                        .dropship()))
                .bindArray("ranks", Integer.class, column(suppliers, row -> row.of()
                        .rank()))
                .bindArray("costs", String.class, column(suppliers, row -> row.of()
                        .cost()
                        .map(Json::write)
                        .orElse(null)));
    }

    /** What items share with no other. */
    <S extends SqlStatement<S>> S bindClaims(S statement) {
        return bindSkus(statement)
                .bindArray("gtin_owners", String.class, column(gtins, Part::owner))
                .bindArray("gtins", String.class, column(gtins, Part::of))
                .bindArray("gtin_places", Integer.class, column(gtins, Part::place))
                .bindArray("alias_owners", String.class, column(aliases, Part::owner))
                .bindArray("aliases", String.class, column(aliases, Part::of))
                .bindArray("alias_places", Integer.class, column(aliases, Part::place))
                .bindArray("supplier_owners", String.class, column(suppliers, Part::owner))
                .bindArray("partners", String.class, column(suppliers, row -> row.of()
                        .partner()))
                .bindArray("supplier_skus", String.class, column(suppliers, row -> row.of()
                        .supplierSku()))
                .bindArray("supplier_places", Integer.class, column(suppliers, Part::place));
    }

    private static <R, T> List<T> column(List<R> rows, Function<R, T> value) {
        List<T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
