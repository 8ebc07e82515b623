package io.quayside.web;

import io.quayside.store.Refusal;
import io.quayside.supply.Money;
import io.quayside.supply.catalogue.Item;
import io.quayside.supply.catalogue.ItemStatus;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An item as a caller says it; what is left out is its default. */
record ItemBody(
        Optional<String> sku,
        String name,
        Optional<ItemStatus> status,
        Optional<LocalDate> releaseDate,
        Optional<List<String>> gtins,
        Optional<List<String>> aliases,
        Optional<Item.Backorder> backorder,
        Optional<Integer> safetyStock,
        Optional<Integer> reorderPoint,
        Optional<List<String>> substitutes,
        Optional<List<Supplier>> suppliers) {

    record Supplier(
            String partner,
            String supplierSku,
            Optional<Integer> pack,
            Optional<Integer> leadDays,
            Optional<Boolean> dropship,
            Optional<Integer> rank,
            Optional<Money> cost) {

        Item.Supplier toSupplier() {
            return new Item.Supplier(
                    partner, supplierSku, pack.orElse(1), leadDays, dropship.orElse(false), rank.orElse(100), cost);
        }
    }

    /** The item, with its rules checked; {@code sku} is the path's, or the line's own. */
    Item toItem(String sku) {
        Checks checks = new Checks();
        checks.code("/sku", sku, 128);
        checks.code("/name", name, 500);
        names(checks, "/gtins", gtins);
        names(checks, "/aliases", aliases);
        names(checks, "/substitutes", substitutes);
        checks.atLeast("/safety_stock", safetyStock, 0);
        checks.atLeast("/reorder_point", reorderPoint, 0);
        checks.atLeast("/backorder/limit", backorder.flatMap(Item.Backorder::limit), 0);
        suppliers.ifPresent(all -> suppliers(checks, all));
        checks.refuse();
        return new Item(
                sku,
                name,
                status.orElse(ItemStatus.ACTIVE),
                releaseDate,
                gtins.orElse(List.of()),
                aliases.orElse(List.of()),
                backorder.orElse(Item.Backorder.UNLIMITED),
                safetyStock.orElse(0),
                reorderPoint,
                substitutes.orElse(List.of()),
                suppliers.orElse(List.of()).stream().map(Supplier::toSupplier).toList());
    }

    /** The item of a line of a bulk, which must name its SKU itself. */
    Item toItem() {
        return toItem(sku.orElseThrow(
                () -> new Refusal(Refusal.Kind.INVALID, "/sku: is missing", new Refusal.Place("/sku", "is missing"))));
    }

    private static void names(Checks checks, String pointer, Optional<List<String>> names) {
        names.ifPresent(all -> {
            for (int i = 0; i < all.size(); i++) {
                checks.code(pointer + "/" + i, all.get(i), 128);
            }
            twice(checks, pointer, all, Function.identity());
        });
    }

    private static void suppliers(Checks checks, List<Supplier> suppliers) {
        for (int i = 0; i < suppliers.size(); i++) {
            String pointer = "/suppliers/" + i;
            checks.code(pointer + "/supplier_sku", suppliers.get(i).supplierSku(), 128);
            checks.atLeast(pointer + "/pack", suppliers.get(i).pack(), 1);
            checks.atLeast(pointer + "/lead_days", suppliers.get(i).leadDays(), 0);
        }
        twice(checks, "/suppliers", suppliers, Supplier::partner);
    }

    private static <T> void twice(Checks checks, String pointer, List<T> all, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!seen.add(key.apply(all.get(i)))) {
                checks.wrong(pointer + "/" + i, key.apply(all.get(i)) + " is there twice; leave one out");
            }
        }
    }
}
