package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What is written, in order: parts that stand once, and parts that stand for each line of the purchase order.
 *
 * @param lastAddressLine the last address line that a part writes
 */
record WriteRule<T>(List<Block<T>> blocks, int lastAddressLine) {
    record Block<T>(boolean eachLine, List<T> parts) {}

    OrderValues values(JsonNode order, Instant at, long control) {
        return new OrderValues(order, Optional.empty(), new OrderValues.Fixed(at, control), lastAddressLine);
    }

    /** Each part with what its placeholders stand for. */
    void each(OrderValues values, BiConsumer<T, OrderValues> write) {
        for (Block<T> block : blocks) {
            List<OrderValues> places = block.eachLine() ? values.lines() : List.of(values);
            places.forEach(place -> block.parts().forEach(part -> write.accept(part, place)));
        }
    }
}
