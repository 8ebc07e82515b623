package io.quayside.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A record in our words, whatever layout it came in (contracts, section 3). SKUs are as mapped; they are resolved at
 * staging. {@code at} is the position in the document.
 */
public sealed interface Canonical {
    Kind kind();

    String at();

    /** What a mapping may produce. The word is the record's `type` and a mapping's `produces`. */
    enum Kind {
        INVENTORY("inventory"),
        INBOUND("inbound"),
        ORDER_ACK("order-ack"),
        SHIPMENT("shipment"),
        RECEIPT("receipt");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Units that a supplier has, or that were counted. An absent {@code incoming} leaves what is known, an empty one says none. */
    record Inventory(
            String sku,
            Optional<String> location,
            int quantity,
            Optional<List<Incoming>> incoming,
            Optional<Instant> asOf,
            String at)
            implements Canonical {
        @Override
        public Kind kind() {
            return Kind.INVENTORY;
        }
    }

    /** Units expected, by the day they arrive (empty: no day known). */
    record Incoming(int quantity, Optional<LocalDate> eta) {}

    /** What is expected under a reference ({@code PO/line} for a purchase order's line). */
    record Inbound(String ref, String sku, Optional<String> location, int quantity, Optional<LocalDate> eta, String at)
            implements Canonical {
        @Override
        public Kind kind() {
            return Kind.INBOUND;
        }
    }

    /** A partner's answer to a line of a purchase order; {@code whole}: to all lines that the document does not name itself. */
    record OrderAck(
            boolean whole,
            String po,
            Optional<String> line,
            String action,
            Optional<String> sku,
            Optional<Integer> quantity,
            Optional<LocalDate> date,
            Optional<String> dateKind,
            Optional<String> substituteSku,
            Optional<String> price,
            String at)
            implements Canonical {
        static OrderAck whole(String po, String action, String at) {
            Optional<String> none = Optional.empty();
            return new OrderAck(true, po, none, action, none, Optional.empty(), Optional.empty(), none, none, none, at);
        }

        @Override
        public Kind kind() {
            return Kind.ORDER_ACK;
        }
    }

    /** Units sent to us or to the customer; {@code purpose} new, cancel or replace. */
    record Shipment(
            String shipment,
            String purpose,
            Optional<String> po,
            Optional<String> line,
            Optional<String> sku,
            int quantity,
            List<String> tracking,
            Optional<String> carrier,
            Optional<String> sscc,
            Optional<LocalDate> shipped,
            Optional<LocalDate> eta,
            String at)
            implements Canonical {
        @Override
        public Kind kind() {
            return Kind.SHIPMENT;
        }
    }

    /** Units that came in. {@code fin} ({@code final} in JSON) ends the rest of what announced them. */
    record Receipt(
            String ref,
            Optional<String> po,
            Optional<String> line,
            String sku,
            Optional<String> location,
            int quantity,
            boolean fin,
            Optional<Instant> receivedAt,
            String at)
            implements Canonical {
        @Override
        public Kind kind() {
            return Kind.RECEIPT;
        }
    }
}
