package io.quayside.outbox;

import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Refusal;
import io.quayside.store.Seal;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** The endpoints: registered, changed, ended. Secrets are sealed; they leave this class once, when they are made. Thread-safe. */
public final class Webhooks {
    /** A new endpoint and the only sight of its secret. */
    public record Registered(Webhook webhook, String secret) {}

    private final Database database;
    private final Seal seal;
    private final Targets targets;
    private final Doorbell deliveries;

    public Webhooks(Database database, Seal seal, Targets targets, Doorbell deliveries) {
        this.database = database;
        this.seal = seal;
        this.targets = targets;
        this.deliveries = deliveries;
    }

    /** Registers an endpoint; it is told what is committed from now on. Refuses with 422. May block for the DNS. */
    public Registered register(NewWebhook wanted) {
        String id = "wh_" + UUID.randomUUID().toString().replace("-", "");
        new Subscription(wanted.events(), wanted.storefront()).checked();
        targets.resolve(wanted.url());
        Secret secret = wanted.secret().map(Secret::parse).orElseGet(Secret::random);
        Webhook made = database.inTransaction(h -> h.createQuery(Sql.named("outbox/insert_webhook"))
                .bind("id", id)
                .bind("url", wanted.url())
                .bindArray("events", String.class, wanted.events())
                .bind("storefront", wanted.storefront().orElse(null))
                .bind("description", wanted.description().orElse(null))
                .bind("secret", secret.seal(seal, id))
                .map(ConstructorMapper.of(Webhook.class))
                .one());
        return new Registered(made, secret.text());
    }

    /**
     * Endpoints by id, up to {@code limit}.
     *
     * @param storefront only this one's
     * @param after the last id of the list before; empty for the first
     */
    public List<Webhook> list(Optional<String> storefront, String after, int limit) {
        return database.read(h -> h.createQuery(Sql.named("outbox/webhooks"))
                .bind("storefront", storefront.orElse(null))
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Webhook.class))
                .list());
    }

    /** The endpoint with this id; refuses with 404. */
    public Webhook find(String id) {
        return database.read(h -> one(h.createQuery(Sql.named("outbox/webhook")).bind("id", id)));
    }

    /** Changes an endpoint; the same rules as for a new one. Made active again it is told its backlog. */
    public Webhook change(String id, UnaryOperator<Webhook> change) {
        Webhook before = find(id);
        Webhook after = change.apply(before);
        after.subscription().checked();
        if (!after.url().equals(before.url())) {
            targets.resolve(after.url());
        }
        if (!after.status().equals("active") && !after.status().equals("disabled")) {
            throw unprocessable("/status", "write active or disabled");
        }
        Webhook changed = database.inTransaction(h -> one(h.createQuery(Sql.named("outbox/update_webhook"))
                .bind("id", id)
                .bind("url", after.url())
                .bindArray("events", String.class, after.events())
                .bind("storefront", after.storefront().orElse(null))
                .bind("description", after.description().orElse(null))
                .bind("status", after.status())));
        deliveries.ring();
        return changed;
    }

    /** Ends an endpoint and forgets what it was not told; refuses with 404. */
    public void delete(String id) {
        int deleted = database.inTransaction(h -> h.createUpdate(Sql.named("outbox/delete_webhook"))
                .bind("id", id)
                .execute());
        if (deleted == 0) {
            throw unknown();
        }
    }

    /** Makes a new secret and answers its text; for a day the old one signs too. */
    public String rotate(String id) {
        Secret secret = Secret.random();
        int changed = database.inTransaction(h -> h.createUpdate(Sql.named("outbox/rotate_secret"))
                .bind("id", id)
                .bind("secret", secret.seal(seal, id))
                .execute());
        if (changed == 0) {
            throw unknown();
        }
        return secret.text();
    }

    /** Tells again, in order, all that happened since then, and after it what comes; the dead letters of that time too. */
    public Webhook replay(String id, Instant since) {
        Webhook webhook = find(id);
        database.transact(h -> {
            h.createUpdate(Sql.named("outbox/replay"))
                    .bind("id", id)
                    .bind("moment", since.toString())
                    .execute();
            h.afterCommit(deliveries::ring);
        });
        return webhook;
    }

    private static Webhook one(Query query) {
        return query.map(ConstructorMapper.of(Webhook.class)).findOne().orElseThrow(Webhooks::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(Refusal.Kind.UNKNOWN, "there is no such webhook");
    }

    private static Refusal unprocessable(String pointer, String sentence) {
        return new Refusal(Refusal.Kind.UNPROCESSABLE, sentence, new Refusal.Place(pointer, sentence));
    }
}
