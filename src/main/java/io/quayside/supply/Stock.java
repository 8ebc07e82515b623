package io.quayside.supply;

import io.quayside.store.Database;
import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Stock by calls: counts, adjustments, and what there is. Each call answers after its SKU is planned again. */
public final class Stock {
    private final Database database;
    private final Replanning replanning;

    public Stock(Database database, Replanning replanning) {
        this.database = database;
        this.replanning = replanning;
    }

    /** A count as of a moment (now when empty): on hand = counted + movements after it. One older than the last changes nothing. */
    public StockView count(String sku, String location, int counted, Optional<Instant> asOf, String reason) {
        Instant now = replanning.moment().now();
        Instant moment = Happened.at(asOf, now, "/as_of");
        return change(sku, location, handle -> new StockFacts(handle, Optional.empty())
                .state(List.of(new StockFacts.Stated(
                        sku, location, Optional.of(counted), false, moment, Optional.empty(), Optional.of(reason)))));
    }

    /** Adds units, or removes them where below zero; 409 where fewer lie there, or would than are in picking. */
    public StockView adjust(String sku, String location, int quantity, String reason) {
        return change(sku, location, handle -> {
            OnHand there = handle.createQuery(Sql.named("supply/on_hand_and_released"))
                    .bind("sku", sku)
                    .bind("location", location)
                    .map(Rows.of(OnHand.class))
                    .one();
            if (there.onHand() + (long) quantity < there.released()
                    || there.onHand() + (long) quantity > Integer.MAX_VALUE) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "on hand at " + location + " is " + there.onHand() + ", of which " + there.released()
                                + " are in picking; " + quantity + " is not possible");
            }
            handle.createUpdate(Sql.named("supply/adjust_stock"))
                    .bind("sku", sku)
                    .bind("location", location)
                    .bind("quantity", quantity)
                    .bind("at", replanning.moment().now())
                    .bind("reason", reason)
                    .execute();
        });
    }

    /** What there is of an item. */
    public StockView view(String sku) {
        return database.inTransaction(handle -> {
            Known.item(handle, sku);
            return view(handle, sku);
        });
    }

    /** Units at one place. */
    record OnHand(int onHand, int released) {}

    /** A row of stock; {@code counts}: new orders may have of it. */
    record Row(
            String location,
            boolean own,
            int rank,
            int onHand,
            int allocated,
            int released,
            Optional<Instant> asOf,
            boolean stale,
            boolean counts) {

        int free() {
            return counts ? Math.max(0, onHand - allocated - released) : 0;
        }
    }

    private StockView change(String sku, String location, Consumer<Handle> fact) {
        return database.inTransaction(handle -> {
            Known.item(handle, sku);
            if (Known.location(handle, location).isEmpty()) {
                throw new Refusal(
                        Refusal.Kind.UNKNOWN,
                        "there is no location " + location + "; PUT /v1/locations/" + location + " makes it");
            }
            replanning.lock(handle, List.of(sku), List.of(location));
            fact.accept(handle);
            replanning.replan(handle, List.of(sku), Trigger.call("stock " + sku + " " + location));
            return view(handle, sku);
        });
    }

    private StockView view(Handle handle, String sku) {
        List<Row> rows = handle.createQuery(Sql.named("supply/stock_of_item"))
                .bind("sku", sku)
                .bind("now", replanning.moment().now())
                .map(Rows.of(Row.class))
                .list();
        int safety = handle.createQuery(Sql.named("supply/items_to_plan"))
                .bindArray("skus", String.class, List.of(sku))
                .map(Rows.of(ItemRow.class))
                .one()
                .safetyStock();
        List<StockView.Coming> inbound = handle.createQuery(Sql.named("supply/inbound_of_item"))
                .bind("sku", sku)
                .map(Rows.of(StockView.Coming.class))
                .list();
        return new StockView(sku, available(rows, safety), inbound);
    }

    /** Safety stock is held back once, from own warehouses, last rank first (rule 1). */
    private static List<StockView.At> available(List<Row> rows, int safety) {
        List<StockView.At> places = new ArrayList<>();
        int toHold = safety;
        for (int i = rows.size() - 1; i >= 0; i--) {
            Row row = rows.get(i);
            int held = row.own() ? Math.min(toHold, row.free()) : 0;
            toHold -= held;
            places.add(new StockView.At(
                    row.location(),
                    row.onHand(),
                    row.allocated(),
                    row.released(),
                    row.free() - held,
                    row.asOf(),
                    row.stale()));
        }
        Collections.reverse(places);
        return places;
    }
}
