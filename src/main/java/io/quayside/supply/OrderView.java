package io.quayside.supply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Orders as {@code GET /v1/orders/…} gives them; the same object is what {@code order.changed} tells. */
public final class OrderView {
    private OrderView() {}

    /** The orders with these ids, by id; set-based. */
    public static Map<Long, ObjectNode> of(Handle handle, Collection<Long> orders) {
        return Map.of();
    }
}
