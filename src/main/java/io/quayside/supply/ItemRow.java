package io.quayside.supply;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An item when its SKU is planned again.
 *
 * @param available as last told, like {@code availability} and {@code nextDate}
 * @param hadStock nothing is available, and stock of it moved before this transaction
 */
record ItemRow(
        String sku,
        String status,
        Optional<LocalDate> releaseDate,
        boolean backorderAllowed,
        OptionalInt backorderLimit,
        int safetyStock,
        OptionalInt reorderPoint,
        int available,
        String availability,
        Optional<LocalDate> nextDate,
        boolean hadStock) {}
