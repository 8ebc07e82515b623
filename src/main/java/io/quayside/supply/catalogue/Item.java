package io.quayside.supply.catalogue;

import io.quayside.supply.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What we sell, said in full. Quantities are base units.
 *
 * @param gtins no two items share one
 * @param aliases former SKUs and other names; no two items share one, and none is another item's SKU
 * @param reorderPoint at or below this many available units the stock is low
 * @param substitutes SKUs, which may be of items not yet known
 */
public record Item(
        String sku,
        String name,
        ItemStatus status,
        Optional<LocalDate> releaseDate,
        List<String> gtins,
        List<String> aliases,
        Backorder backorder,
        int safetyStock,
        Optional<Integer> reorderPoint,
        List<String> substitutes,
        List<Supplier> suppliers) {

    /** Whether it may be sold while there is none; {@code limit} is how many units may wait in total. */
    public record Backorder(boolean allowed, Optional<Integer> limit) {
        public static final Backorder UNLIMITED = new Backorder(true, Optional.empty());
    }

    /**
     * Who supplies it.
     *
     * @param pack base units in one of the supplier's units
     * @param dropship whether the supplier's own stock counts for the item
     */
    public record Supplier(
            String partner,
            String supplierSku,
            int pack,
            Optional<Integer> leadDays,
            boolean dropship,
            int rank,
            Optional<Money> cost) {}
}
