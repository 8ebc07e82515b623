package io.quayside.outbox;

import java.util.List;
import java.util.Optional;

/** What registers an endpoint: {@code POST /v1/webhooks}. Without {@code secret} it gets one. */
public record NewWebhook(
        String url,
        List<String> events,
        Optional<String> storefront,
        Optional<String> secret,
        Optional<String> description) {}
