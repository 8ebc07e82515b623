package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What placeholders stand for in one purchase order, or in one line of it.
 *
 * @param order as JSON; {@code line} likewise
 * @param lastAddressLine the last that the mapping writes: it gets all that follow as well
 */
record OrderValues(JsonNode order, Optional<JsonNode> line, Fixed fixed, int lastAddressLine) {
    /** What the writing gives. */
    record Fixed(Instant at, long control) {}

    List<OrderValues> lines() {
        return lineNodes()
                .map(l -> new OrderValues(order, Optional.of(l), fixed, lastAddressLine))
                .toList();
    }

    /** The value as text; empty where there is none. */
    Optional<String> text(Term term) {
        String text =
                switch (term) {
                    case DATE, TIME -> fixed.at().toString();
                    case CONTROL -> String.valueOf(fixed.control());
                    case COUNT -> String.valueOf(lineNodes().count());
                    case TOTAL ->
                        String.valueOf(lineNodes()
                                .mapToLong(l -> l.at(Term.QUANTITY.pointer()).asLong())
                                .sum());
                    default -> stored(term);
                };
        return Optional.of(text.strip()).filter(t -> !t.isEmpty());
    }

    private String stored(Term term) {
        JsonNode root = term.ofLine() ? line.orElseThrow() : order;
        if (term.addressLine() > 0 && term.addressLine() == lastAddressLine) {
            return StreamSupport.stream(order.at("/order/ship_to/lines").spliterator(), false)
                    .skip(lastAddressLine - 1L)
                    .map(JsonNode::asText)
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(", "));
        }
        return root.at(term.pointer()).asText("");
    }

    private java.util.stream.Stream<JsonNode> lineNodes() {
        return StreamSupport.stream(order.path("lines").spliterator(), false);
    }

    /** As a person would look for it: "D100001 line 2". */
    String place() {
        String number = order.at(Term.PO.pointer()).asText();
        return line.map(l -> number + " line " + l.at(Term.LINE.pointer()).asText())
                .orElse(number);
    }
}
