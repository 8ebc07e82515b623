package io.quayside.outbox;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of events: the one place that names them. Each has a JSON Schema in {@code events/TEXT.schema.json}. */
public enum EventType {
    STOCK_CHANGED("stock.changed", Kind.STATE, Audience.STOREFRONTS, "What of an item is available has changed."),
    STOCK_LOW("stock.low", Kind.STATE, Audience.STOREFRONTS, "An item has fallen to its reorder point or below."),
    ITEM_BACK_IN_STOCK(
            "item.back_in_stock",
            Kind.STATE,
            Audience.STOREFRONTS,
            "An item that had nothing available has some again."),
    ORDER_CHANGED("order.changed", Kind.STATE, Audience.STOREFRONTS, "An order as it is now, with all its lines."),
    LINE_ALLOCATED("order_line.allocated", Kind.FACT, Audience.STOREFRONTS, "Units on hand were reserved for a line."),
    LINE_DEALLOCATED(
            "order_line.deallocated", Kind.FACT, Audience.STOREFRONTS, "A line lost units that were reserved for it."),
    LINE_BACKORDERED("order_line.backordered", Kind.FACT, Audience.STOREFRONTS, "Units of a line began to wait."),
    LINE_RELEASED("order_line.released", Kind.FACT, Audience.STOREFRONTS, "Units of a line were given to picking."),
    LINE_SHIPPED("order_line.shipped", Kind.FACT, Audience.STOREFRONTS, "Units of a line have left."),
    LINE_CANCELLED("order_line.cancelled", Kind.FACT, Audience.STOREFRONTS, "Units of a line were cancelled."),
    LINE_PROMISE_CHANGED(
            "order_line.promise_changed", Kind.FACT, Audience.STOREFRONTS, "The day a line leaves was told anew."),
    SHIPMENT_CREATED("shipment.created", Kind.FACT, Audience.STOREFRONTS, "A parcel of an order has left."),
    PURCHASE_ORDER_SENT(
            "purchase_order.sent", Kind.FACT, Audience.OPERATORS, "A purchase order has gone to its partner."),
    PURCHASE_ORDER_ACKNOWLEDGED(
            "purchase_order.acknowledged",
            Kind.FACT,
            Audience.OPERATORS,
            "A partner answered lines of a purchase order."),
    PURCHASE_ORDER_REJECTED(
            "purchase_order.rejected", Kind.FACT, Audience.OPERATORS, "A partner rejected lines of a purchase order."),
    DOCUMENT_HELD("document.held", Kind.FACT, Audience.OPERATORS, "A document waits for a person."),
    DOCUMENT_REJECTED("document.rejected", Kind.FACT, Audience.OPERATORS, "A document was refused."),
    FEED_LATE("feed.late", Kind.FACT, Audience.OPERATORS, "A document that is expected has not come."),
    ENDPOINT_DISABLED("endpoint.disabled", Kind.FACT, Audience.OPERATORS, "A webhook endpoint gets no more requests."),
    WEBHOOK_TEST("webhook.test", Kind.FACT, Audience.ENDPOINT, "A test asked for by POST /v1/webhooks/{id}/test.");

    /** A state event may be left out when a newer one of its key follows; a fact never. */
    public enum Kind {
        STATE,
        FACT
    }

    /** Who may be told: operators' events never go to an endpoint that belongs to one storefront. */
    public enum Audience {
        STOREFRONTS,
        OPERATORS,
        /** Never written down: sent at once to the one endpoint that asked. */
        ENDPOINT
    }

    private static final Map<String, EventType> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::text, Function.identity()));

    private final String text;
    private final Kind kind;
    private final Audience audience;
    private final String description;

    EventType(String text, Kind kind, Audience audience, String description) {
        this.text = text;
        this.kind = kind;
        this.audience = audience;
        this.description = description;
    }

    /** The type of that name on the wire. */
    public static Optional<EventType> named(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /** Its name on the wire: {@code order_line.allocated}. */
    public String text() {
        return text;
    }

    public Kind kind() {
        return kind;
    }

    public Audience audience() {
        return audience;
    }

    /** One sentence for people. */
    public String description() {
        return description;
    }
}
