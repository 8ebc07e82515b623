package io.quayside.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.Deliveries;
import io.quayside.outbox.DeliveryLog;
import io.quayside.outbox.EventCatalogue;
import io.quayside.outbox.NewWebhook;
import io.quayside.outbox.Webhook;
import io.quayside.outbox.Webhooks;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Endpoints. A storefront's key sees and registers only those of its storefront. */
public final class WebhookCalls {
    private static final List<String> MAY_READ = List.of("operator", "read", "storefront");
    private static final List<String> MAY_WRITE = List.of("operator", "storefront");

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final DeliveryLog log;

    public WebhookCalls(Webhooks webhooks, Deliveries deliveries, DeliveryLog log) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
    }

    public List<Call> calls() {
        return List.of(
                new Call("POST", "/v1/webhooks", MAY_WRITE, this::register),
                new Call("GET", "/v1/webhooks", MAY_READ, this::list),
                new Call("GET", "/v1/webhooks/{id}", MAY_READ, request -> Answer.ok(seen(request))),
                new Call("PATCH", "/v1/webhooks/{id}", MAY_WRITE, this::change),
                new Call("DELETE", "/v1/webhooks/{id}", MAY_WRITE, this::delete),
                new Call("POST", "/v1/webhooks/{id}/rotate-secret", MAY_WRITE, this::rotate),
                new Call("POST", "/v1/webhooks/{id}/test", MAY_WRITE, this::test),
                new Call("POST", "/v1/webhooks/{id}/replay", MAY_WRITE, this::replay),
                new Call("GET", "/v1/webhooks/{id}/deliveries", MAY_READ, this::deliveries),
                new Call("GET", "/v1/event-types", MAY_READ, request -> types()));
    }

    private static Answer types() {
        return Answer.ok(Map.of("items", EventCatalogue.entries()));
    }

    private Answer register(Request request) {
        NewWebhook wanted = request.as(NewWebhook.class);
        wanted.storefront().ifPresent(request.principal()::mustSee);
        Webhooks.Registered made = webhooks.register(new NewWebhook(
                wanted.url(),
                wanted.events(),
                wanted.storefront().or(request.principal()::storefront),
                wanted.secret(),
                wanted.description()));
        ObjectNode answer = Json.MAPPER.valueToTree(made.webhook());
        return Answer.created(answer.put("secret", made.secret()));
    }

    private Answer list(Request request) {
        int limit = request.query().limit();
        String after = request.query().cursor(1).map(parts -> parts.get(0)).orElse("");
        List<Webhook> found = webhooks.list(request.principal().storefront(), after, limit + 1);
        return Answer.ok(Page.of(found, limit, webhook -> List.of(webhook.id())));
    }

    record Change(
            Optional<String> url,
            Optional<List<String>> events,
            Optional<String> storefront,
            Optional<String> description,
            Optional<String> status) {}

    private Answer change(Request request) {
        Webhook before = seen(request);
        Change change = request.as(Change.class);
        boolean everyStorefront = request.json().path("storefront").isNull();
        if (everyStorefront && request.principal().storefront().isPresent()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "this key is for one storefront; leave storefront out");
        }
        change.storefront().ifPresent(request.principal()::mustSee);
        return Answer.ok(webhooks.change(
                before.id(),
                now -> new Webhook(
                        now.id(),
                        change.url().orElse(now.url()),
                        change.events().orElse(now.events()),
                        everyStorefront ? Optional.empty() : change.storefront().or(now::storefront),
                        change.description().or(now::description),
                        change.status().orElse(now.status()),
                        now.createdAt())));
    }

    private Answer delete(Request request) {
        webhooks.delete(seen(request).id());
        return Answer.none();
    }

    private Answer rotate(Request request) {
        return Answer.ok(Map.of("secret", webhooks.rotate(seen(request).id())));
    }

    private Answer test(Request request) {
        return Answer.ok(deliveries.test(seen(request).id()));
    }

    record Replay(Instant since) {}

    private Answer replay(Request request) {
        Webhook webhook = seen(request);
        return Answer.accepted(
                webhooks.replay(webhook.id(), request.as(Replay.class).since()));
    }

    private Answer deliveries(Request request) {
        Webhook webhook = seen(request);
        int limit = request.query().limit();
        long before = request.query().cursor(1).map(WebhookCalls::event).orElse(Long.MAX_VALUE);
        Optional<String> status = request.query().get("status");
        if (status.filter(s -> !s.equals("waiting") && !s.equals("dead")).isPresent()) {
            throw Parameters.wrong("status", "write waiting or dead");
        }
        return Answer.ok(Page.of(
                log.of(webhook.id(), status, before, limit + 1),
                limit,
                delivery -> List.of(String.valueOf(delivery.event()))));
    }

    private static long event(List<String> cursor) {
        try {
            return Long.parseLong(cursor.get(0));
        } catch (NumberFormatException e) {
            throw Parameters.wrong("cursor", "write the value of \"next\" from the answer before, or leave it out");
        }
    }

    /** The endpoint that the path names; one of another storefront is refused. */
    private Webhook seen(Request request) {
        Webhook webhook = webhooks.find(request.path("id"));
        if (request.principal().storefront().isPresent()
                && !webhook.storefront().equals(request.principal().storefront())) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "there is no such webhook");
        }
        return webhook;
    }
}
