package io.quayside.supply;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.quayside.planning.Inbound;
import io.quayside.planning.OnHand;
import io.quayside.planning.Place;
import io.quayside.planning.Planner;
import io.quayside.planning.Policy;
import io.quayside.planning.SkuPlan;
import io.quayside.planning.SkuSupply;
import io.quayside.store.Database;
import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Answers what a new order could have. What is free is planned without any demand, so that days are counted as everywhere
 * else. Only reads; thread-safe.
 */
public final class Offers {
    private static final int PAGE = 1_000;

    private final Database database;
    private final Replanning replanning;

    public Offers(Database database, Replanning replanning) {
        this.database = database;
        this.replanning = replanning;
    }

    /** The SKUs in the order asked, each for {@code quantity} units; refuses with 404 those that are no items. */
    public List<Offer> of(List<String> skus, int quantity) {
        Map<String, Offer> offers = database.read(handle -> {
            Query query =
                    query(handle, "").bindArray("skus", String.class, skus).bindNull("since", Types.VARCHAR);
            return offers(handle, query.bind("limit", skus.size()), quantity);
        });
        List<String> unknown =
                skus.stream().filter(sku -> !offers.containsKey(sku)).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.UNKNOWN,
                    "there is no item " + String.join(", ", unknown),
                    new Refusal.Place("sku", "leave out " + String.join(", ", unknown)));
        }
        return skus.stream().map(offers::get).toList();
    }

    /** All items in the order of their SKU, or those that changed after a moment; a page of them in memory at a time. */
    public void all(Optional<Instant> since, int quantity, Consumer<Offer> to) {
        String after = "";
        int found;
        do {
            String last = after;
            Map<String, Offer> page = database.read(handle -> {
                Query query =
                        query(handle, last).bindNull("skus", Types.ARRAY).bind("since", since.map(Instant::toString));
                return offers(handle, query.bind("limit", PAGE), quantity);
            });
            found = page.size();
            for (Offer offer : page.values()) {
                to.accept(offer);
                after = offer.sku();
            }
        } while (found == PAGE);
    }

    private static Query query(Handle handle, String after) {
        return handle.createQuery(Sql.named("supply/offers")).bind("after", after);
    }

    private Map<String, Offer> offers(Handle handle, Query query, int quantity) {
        List<Offer.Item> items = query.map(Rows.of(Offer.Item.class)).list();
        Map<String, SkuPlan> free = free(handle, items);
        return items.stream()
                .map(item -> Offer.of(item, free.get(item.sku()), quantity))
                .collect(toMap(Offer::sku, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private Map<String, SkuPlan> free(Handle handle, List<Offer.Item> items) {
        List<String> skus = items.stream().map(Offer.Item::sku).toList();
        Map<String, Place> places = PlaceRow.load(handle);
        Map<String, List<OnHand>> onHand =
                rows(handle, "free_on_hand", skus).map(Rows.of(Loading.StockRow.class)).stream()
                        .collect(groupingBy(
                                Loading.StockRow::sku,
                                mapping(
                                        row -> new OnHand(places.get(row.location()), Math.max(0, row.units())),
                                        toList())));
        Map<String, List<Inbound>> inbound = inbound(handle, skus, places);
        List<SkuSupply> supply = items.stream()
                .map(item -> new SkuSupply(
                        item.sku(),
                        item.safetyStock(),
                        item.releaseDate(),
                        onHand.getOrDefault(item.sku(), List.of()),
                        inbound.getOrDefault(item.sku(), List.of())))
                .toList();
        return Planner.plan(supply, List.of(), Policy.DEFAULT, replanning.moment()).skus().stream()
                .collect(toMap(SkuPlan::sku, Function.identity()));
    }

    private Map<String, List<Inbound>> inbound(Handle handle, Collection<String> skus, Map<String, Place> places) {
        List<Loading.InboundRow> rows = rows(handle, "free_inbound", skus)
                .bind("today", replanning.today())
                .map(Rows.of(Loading.InboundRow.class))
                .list();
        Map<String, Integer> delays = Loading.delays(handle, rows, replanning.today());
        return rows.stream()
                .collect(groupingBy(
                        Loading.InboundRow::sku,
                        mapping(
                                row -> row.toInbound(places.get(row.location()), replanning.today(), delays),
                                toList())));
    }

    private static Query rows(Handle handle, String name, Collection<String> skus) {
        return handle.createQuery(Sql.named("supply/" + name)).bindArray("skus", String.class, skus);
    }
}
