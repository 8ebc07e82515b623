package io.quayside.supply;

import io.quayside.outbox.Event;
import io.quayside.outbox.Events;
import io.quayside.planning.Moment;
import io.quayside.planning.OrderKey;
import io.quayside.planning.Plan;
import io.quayside.planning.Policy;
import io.quayside.store.Doorbell;
import io.quayside.store.RoundTrip;
import io.quayside.store.Sql;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The shell around the planner: locks SKUs, loads their supply and demand, plans them as a whole, writes and tells the
 * difference. Callers lock first, then write their facts, then replan, all in one transaction. Thread-safe.
 *
 * <p>A `complete` order is only marked here; {@link Judgements} judges it with all its SKUs (rule 5). Until then what it
 * would take is set aside.
 */
public final class Replanning {
    private final Policy policy;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Events events;
    private final Doorbell judgements;
    private final Doorbell suppliers;

    /** Like the other where nobody waits for what lines hold at suppliers. */
    public Replanning(Policy policy, InstantSource clock, ZoneId zone, Events events, Doorbell judgements) {
        this(policy, clock, zone, events, judgements, new Doorbell());
    }

    /**
     * {@code zone} is where the merchant's day begins; {@code judgements} is rung after each commit that marked a `complete`
     * order for judging, {@code suppliers} after each that gave a line units at a supplier's location.
     */
    public Replanning(
            Policy policy, InstantSource clock, ZoneId zone, Events events, Doorbell judgements, Doorbell suppliers) {
        this.policy = policy;
        this.clock = clock;
        this.zone = zone;
        this.events = events;
        this.judgements = judgements;
        this.suppliers = suppliers;
    }

    /** Locks the items of these SKUs in key order until the transaction ends; unknown SKUs are passed over. May block. */
    public void lock(Handle handle, Collection<String> skus) {
        handle.createQuery(Sql.named("supply/lock_skus"))
                .bindArray("skus", String.class, skus)
                .mapTo(String.class)
                .list();
    }

    /** Locks these SKUs, then shares the locks of the locations, as whoever writes facts about stock does. May block. */
    void lock(Handle handle, Collection<String> skus, Collection<String> locations) {
        RoundTrip trip = new RoundTrip(handle)
                .bindArray("skus", String.class, skus)
                .bindArray("locations", String.class, locations);
        trip.update("supply/lock_skus");
        trip.update("supply/lock_locations");
        trip.run();
    }

    /** Locks customers' orders in key order, after their SKUs: what is told of an order is in the order of commit then. */
    public static void lockOrders(Handle handle, Collection<Long> orders) {
        if (!orders.isEmpty()) {
            handle.createQuery(Sql.named("supply/lock_orders"))
                    .bindArray("orders", Long.class, orders)
                    .mapTo(Long.class)
                    .list();
        }
    }

    /** Plans the SKUs again as a whole and writes the difference with its decisions and events. They are locked already. */
    public Told replan(Handle handle, Collection<String> skus, Trigger trigger) {
        return replan(handle, skus, sku -> trigger);
    }

    /** Like {@link #replan(Handle, Collection, Trigger)} with a cause for each SKU. */
    Told replan(Handle handle, Collection<String> skus, Function<String, Trigger> triggers) {
        return replan(handle, skus, triggers, Optional.empty());
    }

    /** Judges a `complete` order, all of whose SKUs are locked, and plans those SKUs. */
    Told judge(Handle handle, Collection<String> skus, OrderKey order, Trigger trigger) {
        return replan(handle, skus, sku -> trigger, Optional.of(order));
    }

    /** Marks `complete` orders to be judged soon after this transaction; the caller holds the lock of a SKU of each. */
    public void judgeLater(Handle handle, Collection<Long> orders) {
        if (!orders.isEmpty()) {
            handle.createUpdate(Sql.named("supply/mark_judgements"))
                    .bindArray("orders", Long.class, orders)
                    .execute();
            handle.afterCommit(judgements::ring);
        }
    }

    /** Tells more than the plan: events of facts that the caller wrote. */
    void tell(Handle handle, List<Event> facts) {
        events.write(handle, facts);
    }

    /** The merchant's day. */
    LocalDate today() {
        return moment().today();
    }

    /** Now, as exactly as the database keeps it. */
    Moment moment() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Moment(now, LocalDate.ofInstant(now, zone));
    }

    private Told replan(
            Handle handle, Collection<String> skus, Function<String, Trigger> triggers, Optional<OrderKey> judged) {
        if (skus.isEmpty()) {
            return Told.NOTHING;
        }
        Moment moment = moment();
        Situation situation = new Loading(handle, Set.copyOf(skus), moment.today()).load();
        CompleteOrders complete = new CompleteOrders(situation.lines(), judged);
        Plan plan = complete.plan(situation, policy, moment);
        Difference difference = new Difference(situation, plan, complete, moment, triggers);
        new Writing(handle, events, moment).write(difference);
        judgeLater(handle, complete.toJudge());
        if (difference.holdsAtSuppliers(situation)) {
            handle.afterCommit(suppliers::ring);
        }
        return difference.told();
    }
}
