package io.quayside.supply;

import io.quayside.outbox.Events;
import io.quayside.planning.Policy;
import io.quayside.store.Doorbell;
import io.quayside.store.Sql;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/**
 * The shell around the planner: locks SKUs, loads their supply and demand, plans them as a whole, writes and tells the
 * difference. Callers lock first, then write their facts, then replan, all in one transaction.
 */
public final class Replanning {
    private final Policy policy;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Events events;
    private final Doorbell judgements;

    /**
     * {@code zone} is where the merchant's day begins; {@code judgements} is rung after each commit that marked a `complete`
     * order for judging.
     */
    public Replanning(Policy policy, InstantSource clock, ZoneId zone, Events events, Doorbell judgements) {
        this.policy = policy;
        this.clock = clock;
        this.zone = zone;
        this.events = events;
        this.judgements = judgements;
    }

    /** Locks the items of these SKUs in key order until the transaction ends; unknown SKUs are passed over. May block. */
    public void lock(Handle handle, Collection<String> skus) {
        handle.createQuery(Sql.named("supply/lock_skus"))
                .bindArray("skus", String.class, skus)
                .mapTo(String.class)
                .list();
    }

    /** Plans the SKUs again as a whole and writes the difference with its decisions and events. They are locked already. */
    public Told replan(Handle handle, Collection<String> skus, Trigger trigger) {
        return Told.NOTHING;
    }
}
