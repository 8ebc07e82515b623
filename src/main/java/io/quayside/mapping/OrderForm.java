package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.function.LongSupplier;

/** How purchase orders for a partner are written: a mapping with `write`, or the house layout. May be used by many threads at once. */
public interface OrderForm {
    /** Name under the mappings folder: {@code delta/purchase-order}. */
    String name();

    /** Tells one version of it from another. */
    byte[] hash();

    /** What its files end on: {@code edi}. */
    String ending();

    /**
     * The document; throws {@link Unwritable} where it would say something else than the order.
     *
     * @param order as {@code GET /v1/purchase-orders/…} gives it, with the customer's order and what lines need (docs/mapping-reference.md)
     * @param partner what the partner's file says, for the envelope
     */
    Written write(JsonNode order, PartnerFile partner, Stamp stamp);

    /**
     * When a document is written.
     *
     * @param control gives the next control number; asked at most once, and only by a format that has them
     */
    record Stamp(LongSupplier control, Instant at) {}
}
