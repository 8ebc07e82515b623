package io.quayside.supply;

import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Json;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Plans SKUs again that nobody's call waits for: those marked by {@link #mark}, and those for which a new day changes
 * something (rules 8 and 9). A step of a worker, woken by its bell and by an interval. One thread.
 */
public final class Sweep {
    private final Database database;
    private final Replanning replanning;
    private final Doorbell bell;
    private String after = "";

    /** {@code bell} is rung after each commit that marked a SKU. */
    public Sweep(Database database, Replanning replanning, Doorbell bell) {
        this.database = database;
        this.replanning = replanning;
        this.bell = bell;
    }

    /** Marks SKUs to be planned again soon after this transaction. */
    public void mark(Handle handle, Collection<String> skus, Trigger trigger) {
        handle.createUpdate(Sql.named("supply/mark_replan"))
                .bindArray("skus", String.class, skus)
                .bind("trigger", Json.write(trigger))
                .execute();
        handle.afterCommit(bell::ring);
    }

    /** Plans some SKUs again; false where all marks are taken and the day's due SKUs have been passed once. */
    public boolean step() {
        return database.inTransaction(this::marked) || database.inTransaction(this::due);
    }

    private boolean marked(Handle handle) {
        List<String> skus = handle.createQuery(Sql.named("supply/next_replans"))
                .mapTo(String.class)
                .list();
        if (skus.isEmpty()) {
            return false;
        }
        replanning.lock(handle, skus);
        Map<String, Trigger> triggers = handle
                .createQuery(Sql.named("supply/take_replans"))
                .bindArray("skus", String.class, skus)
                .map(Rows.of(Marked.class))
                .stream()
                .collect(Collectors.toMap(Marked::sku, Marked::toTrigger));
        replanning.replan(handle, triggers.keySet(), (Function<String, Trigger>) triggers::get);
        return true;
    }

    private boolean due(Handle handle) {
        LocalDate today = replanning.today();
        List<String> skus = handle.createQuery(Sql.named("supply/skus_due"))
                .bind("today", today)
                .bind("after", after)
                .mapTo(String.class)
                .list();
        if (skus.isEmpty()) {
            after = "";
            return false;
        }
        replanning.lock(handle, skus);
        handle.createUpdate(Sql.named("supply/mark_found_late"))
                .bindArray("skus", String.class, skus)
                .bind("today", today)
                .execute();
        replanning.replan(handle, skus, Trigger.schedule("day " + today));
        after = skus.get(skus.size() - 1);
        return true;
    }

    /** A marked SKU with its cause. */
    record Marked(String sku, String kind, Optional<Long> document, Optional<String> position) {
        Trigger toTrigger() {
            return new Trigger(kind, document, position);
        }
    }
}
