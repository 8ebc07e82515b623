package io.quayside.supply;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quayside.planning.Answers;
import io.quayside.planning.Held;
import io.quayside.planning.Inbound;
import io.quayside.planning.OnHand;
import io.quayside.planning.Peg;
import io.quayside.planning.Place;
import io.quayside.planning.SkuSupply;
import io.quayside.store.RoundTrip;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Loads the {@link Situation} of locked SKUs, by a handful of statements however many they are. What suppliers have booked of
 * their released units is said anew before, from the facts that the caller wrote.
 */
final class Loading {
    private final Handle handle;
    private final Collection<String> skus;
    private final LocalDate today;

    Loading(Handle handle, Collection<String> skus, LocalDate today) {
        this.handle = handle;
        this.skus = skus;
        this.today = today;
    }

    Situation load() {
        // As text: the driver interrupts a trip before a statement with a parameter whose type it has to ask for.
        RoundTrip trip =
                new RoundTrip(handle).bindArray("skus", String.class, skus).bind("today", today.toString());
        trip.update("supply/book_released");
        var placed = trip.rows("supply/places", PlaceRow.class);
        var itemRows = trip.rows("supply/items_to_plan", ItemRow.class);
        var stockRows = trip.rows("supply/on_hand_to_plan", StockRow.class);
        var inboundRows = trip.rows("supply/inbound_to_plan", InboundRow.class);
        var lineRows = trip.rows("supply/demand_to_plan", LineRow.Stored.class);
        trip.run();
        Map<String, Place> places = PlaceRow.of(placed.get());
        Map<String, ItemRow> items = itemRows.get().stream()
                .collect(Collectors.toMap(ItemRow::sku, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<String, List<OnHand>> onHand = stockRows.get().stream()
                .collect(groupingBy(
                        StockRow::sku, mapping(row -> new OnHand(places.get(row.location()), row.units()), toList())));
        Map<String, List<Inbound>> inbound = inbound(inboundRows.get(), places);
        List<SkuSupply> supply = items.values().stream()
                .map(item -> new SkuSupply(
                        item.sku(),
                        item.safetyStock(),
                        item.releaseDate(),
                        onHand.getOrDefault(item.sku(), List.of()),
                        inbound.getOrDefault(item.sku(), List.of())))
                .toList();
        return new Situation(items, supply, lines(lineRows.get(), places));
    }

    /** Inbound as the planner sees it; an ETA that has passed unnoticed is found late today. */
    private Map<String, List<Inbound>> inbound(List<InboundRow> rows, Map<String, Place> places) {
        List<InboundRow> late = rows.stream().filter(row -> row.isLate(today)).toList();
        if (late.stream().anyMatch(row -> row.foundLate().isEmpty())) {
            handle.createUpdate(Sql.named("supply/mark_found_late"))
                    .bindArray("skus", String.class, skus)
                    .bind("today", today)
                    .execute();
        }
        Map<String, Integer> delays = delays(handle, late, today);
        return rows.stream()
                .collect(groupingBy(
                        InboundRow::sku,
                        mapping(row -> row.toInbound(places.get(row.location()), today, delays), toList())));
    }

    /** Median delays of the partners whose inbound among these is late. */
    static Map<String, Integer> delays(Handle handle, List<InboundRow> inbound, LocalDate today) {
        List<InboundRow> late =
                inbound.stream().filter(row -> row.isLate(today)).toList();
        if (late.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery(Sql.named("supply/median_delays"))
                .bindArray(
                        "partners",
                        String.class,
                        late.stream()
                                .flatMap(row -> row.partner().stream())
                                .distinct()
                                .toList())
                .map(Rows.of(Delay.class))
                .stream()
                .collect(Collectors.toMap(Delay::partner, Delay::days));
    }

    private List<LineRow> lines(List<LineRow.Stored> lines, Map<String, Place> places) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Long> ids = lines.stream().map(LineRow.Stored::id).toList();
        Map<Long, List<Held>> held = ofLines("allocations_of_lines", ids, HeldRow.class).stream()
                .collect(groupingBy(
                        HeldRow::lineId,
                        mapping(row -> new Held(row.location(), row.quantity(), row.since()), toList())));
        Map<Long, List<Peg>> pegs = ofLines("pegs_of_lines", ids, PegRow.class).stream()
                .collect(
                        groupingBy(PegRow::lineId, mapping(row -> new Peg(row.inboundId(), row.quantity()), toList())));
        Map<Long, Answers> answers = new Answered(handle, ids).load(places);
        return lines.stream()
                .map(line -> new LineRow(
                        line,
                        held.getOrDefault(line.id(), List.of()),
                        pegs.getOrDefault(line.id(), List.of()),
                        answers.getOrDefault(line.id(), Answers.NONE)))
                .toList();
    }

    private <T extends Record> List<T> ofLines(String name, List<Long> lines, Class<T> type) {
        return handle.createQuery(Sql.named("supply/" + name))
                .bindArray("lines", Long.class, lines)
                .map(Rows.of(type))
                .list();
    }

    /** Unreleased units at a location. */
    record StockRow(String sku, String location, int units) {}

    /** A stored inbound with open units. */
    record InboundRow(
            long id,
            String sku,
            String ref,
            String location,
            int quantity,
            Optional<LocalDate> eta,
            Optional<LocalDate> foundLate,
            Optional<String> partner) {

        boolean isLate(LocalDate today) {
            return eta.isPresent() && eta.get().isBefore(today);
        }

        Inbound toInbound(Place place, LocalDate today, Map<String, Integer> delays) {
            Optional<LocalDate> found = isLate(today) ? Optional.of(foundLate.orElse(today)) : Optional.empty();
            Integer delay = partner.map(delays::get).orElse(null);
            return new Inbound(
                    id, ref, place, quantity, eta, found, delay == null ? OptionalInt.empty() : OptionalInt.of(delay));
        }
    }

    /** A partner's median delay in days. */
    record Delay(String partner, int days) {}

    /** A row of allocation. */
    record HeldRow(long lineId, String location, Instant since, int quantity) {}

    /** A row of peg. */
    record PegRow(long lineId, long inboundId, int quantity) {}
}
