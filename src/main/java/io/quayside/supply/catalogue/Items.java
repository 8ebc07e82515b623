package io.quayside.supply.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import io.quayside.store.Sql;
import io.quayside.supply.Replanning;
import io.quayside.supply.Trigger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** Stores items set-based and plans those again for which something changed. Thread-safe. */
public final class Items {
    private final Database database;
    private final Replanning replanning;

    public Items(Database database, Replanning replanning) {
        this.database = database;
        this.replanning = replanning;
    }

    private record Conflict(String sku, String pointer, String detail) {}

    /**
     * Stores items in one transaction; of two with the same SKU the later. Those that claim what another item has are
     * left out.
     *
     * @return the refusal of each SKU that was left out
     */
    public Map<String, Refusal> put(List<Item> items) {
        Map<String, Item> bySku = new LinkedHashMap<>();
        items.forEach(item -> bySku.put(item.sku(), item));
        return database.inTransaction(handle -> {
            handle.createQuery(Sql.named("catalogue/lock_items"))
                    .mapTo(Integer.class)
                    .one();
            replanning.lock(handle, bySku.keySet());
            Map<String, Refusal> refused = conflicts(handle, bySku.values());
            bySku.keySet().removeAll(refused.keySet());
            Set<String> changed = write(handle, new ItemColumns(bySku.values()));
            replanning.replan(handle, changed, Trigger.call("items"));
            return refused;
        });
    }

    private static Map<String, Refusal> conflicts(Handle handle, Collection<Item> items) {
        Map<String, Refusal> refused = new HashMap<>();
        new ItemColumns(items)
                .bindClaims(query(handle, "item_conflicts"))
                .map((row, context) ->
                        new Conflict(row.getString("sku"), row.getString("pointer"), row.getString("detail")))
                .forEach(conflict -> refused.putIfAbsent(
                        conflict.sku(),
                        new Refusal(
                                Refusal.Kind.CONFLICT,
                                conflict.detail(),
                                new Refusal.Place(conflict.pointer(), conflict.detail()))));
        return refused;
    }

    private static Set<String> write(Handle handle, ItemColumns items) {
        Set<String> changed = new TreeSet<>(items.bindItems(query(handle, "upsert_items"))
                .mapTo(String.class)
                .list());
        items.bindGtins(items.bindSkus(update(handle, "delete_item_gtins"))).execute();
        items.bindGtins(update(handle, "insert_item_gtins")).execute();
        items.bindAliases(items.bindSkus(update(handle, "delete_item_aliases"))).execute();
        items.bindAliases(update(handle, "insert_item_aliases")).execute();
        changed.addAll(items.bindSuppliers(items.bindSkus(query(handle, "delete_item_suppliers")))
                .mapTo(String.class)
                .list());
        changed.addAll(items.bindSuppliers(query(handle, "insert_item_suppliers"))
                .mapTo(String.class)
                .list());
        return changed;
    }

    private static Query query(Handle handle, String statement) {
        return handle.createQuery(Sql.named("catalogue/" + statement));
    }

    private static Update update(Handle handle, String statement) {
        return handle.createUpdate(Sql.named("catalogue/" + statement));
    }

    /** One item, if there is one of this SKU. */
    public Optional<Item> find(String sku) {
        return database.read(handle -> handle.createQuery(Sql.named("catalogue/list_items"))
                .bindArray("skus", String.class, sku)
                .bind("after", "")
                .bind("limit", 1)
                .map(Items::item)
                .findOne());
    }

    /** At most {@code limit} items in the order of their SKU, after {@code sku}. */
    public List<Item> after(String sku, int limit) {
        return database.read(handle -> handle.createQuery(Sql.named("catalogue/list_items"))
                .bindNull("skus", Types.ARRAY)
                .bind("after", sku)
                .bind("limit", limit)
                .map(Items::item)
                .list());
    }

    private static Item item(ResultSet row, StatementContext context) throws SQLException {
        return new Item(
                row.getString("sku"),
                row.getString("name"),
                ItemStatus.of(row.getString("status")),
                Rows.optional(row, "release_date", LocalDate.class),
                Rows.texts(row, "gtins"),
                Rows.texts(row, "aliases"),
                new Item.Backorder(
                        row.getBoolean("backorder_allowed"), Rows.optional(row, "backorder_limit", Integer.class)),
                row.getInt("safety_stock"),
                Rows.optional(row, "reorder_point", Integer.class),
                Rows.texts(row, "substitutes"),
                suppliers(row.getString("suppliers")));
    }

    private static List<Item.Supplier> suppliers(String json) {
        try {
            return List.of(Json.MAPPER.readValue(json, Item.Supplier[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("item_supplier holds what is no supplier", e);
        }
    }
}
