package io.quayside.supply;

import io.quayside.planning.OrderKey;
import io.quayside.planning.Policy;
import io.quayside.store.Database;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Judges `complete` orders that were marked, in the order of demand, each in a short transaction of its own that locks only
 * its own SKUs (rule 5). A step of a worker; several nodes may do it at once, because a mark is taken once.
 *
 * <p>Marks are made under the lock of one of the order's SKUs and taken under the locks of all, so none is lost.
 */
public final class Judgements {
    private final Database database;
    private final Replanning replanning;
    private final Policy policy;

    public Judgements(Database database, Replanning replanning, Policy policy) {
        this.database = database;
        this.replanning = replanning;
        this.policy = policy;
    }

    /** Judges the first marked order; false where there is none. */
    public boolean step() {
        return database.inTransaction(this::judge);
    }

    private boolean judge(Handle handle) {
        Optional<Marked> first = handle.createQuery(Sql.named("supply/next_judgement"))
                .bind("requested_first", policy.requestedFirst())
                .map(Rows.of(Marked.class))
                .findOne();
        first.ifPresent(order -> {
            List<String> skus = handle.createQuery(Sql.named("supply/skus_of_order"))
                    .bind("order", order.id())
                    .mapTo(String.class)
                    .list();
            replanning.lock(handle, skus);
            int taken = handle.createUpdate(Sql.named("supply/take_judgement"))
                    .bind("order", order.id())
                    .execute();
            if (taken == 1) {
                replanning.judge(
                        handle,
                        skus,
                        new OrderKey(order.storefront(), order.number()),
                        Trigger.order(order.storefront(), order.number()));
            }
        });
        return first.isPresent();
    }

    /** A marked order. */
    record Marked(long id, String storefront, String number) {}
}
