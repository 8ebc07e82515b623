package io.quayside.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All supply of one SKU (rule 1). Order of the lists has no meaning.
 *
 * @param safetyStock held back once, from own warehouses, last rank first
 * @param releaseDate of a pre-order: no promise lies before it
 */
public record SkuSupply(
        String sku, int safetyStock, Optional<LocalDate> releaseDate, List<OnHand> onHand, List<Inbound> inbound) {}
