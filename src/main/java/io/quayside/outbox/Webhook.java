package io.quayside.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint as people see it; its secret is not among it.
 *
 * @param events types and patterns as {@code order_line.*}
 * @param storefront only what concerns this storefront is told; empty: everything
 * @param status active, or disabled: nothing is told, the backlog stays
 */
public record Webhook(
        String id,
        String url,
        List<String> events,
        Optional<String> storefront,
        Optional<String> description,
        String status,
        Instant createdAt) {
    Subscription subscription() {
        return new Subscription(events, storefront);
    }
}
