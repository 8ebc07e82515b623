package io.quayside.supply;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Keys;
import io.quayside.store.Json;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What outsiders are told of partners' answers and shipments. */
final class PartnersTelling {
    private final Handle handle;
    private final Instant now;
    private final List<Event> events = new ArrayList<>();

    PartnersTelling(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Before the SKUs are planned again. */
    List<Event> events(PurchaseOrderSettling.Settled settled, String partner) {
        purchaseOrders(settled.news());
        Map<Long, Integer> shipped = settled.units().told(true);
        Map<Long, Integer> freed = settled.units().told(false);
        Map<Long, LineFact> lines = lines(settled, shipped, freed);
        freed.forEach((line, units) ->
                events.add(lines.get(line).event(EventType.LINE_DEALLOCATED, units, "rejected by " + partner, now)));
        shipped.forEach((line, units) ->
                events.add(lines.get(line).event(EventType.LINE_SHIPPED, units, "shipped by " + partner, now)));
        settled.parcels().fresh().forEach(sent -> shipment(sent, lines));
        return events;
    }

    /** The orders as they are after planning again, those that the plan told left out; they are locked by then, so that what is told is in the order of commit. */
    List<Event> orders(List<Long> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Set<String> planned = new HashSet<>(handle.createQuery(Sql.named("supply/orders_told"))
                .mapTo(String.class)
                .list());
        List<Event> told = new ArrayList<>();
        OrderView.of(handle, orders).values().stream()
                .map(order -> OrderView.changed(order, now))
                .filter(event -> !planned.contains(event.key()))
                .forEach(told::add);
        return told;
    }

    private Map<Long, LineFact> lines(
            PurchaseOrderSettling.Settled settled, Map<Long, Integer> shipped, Map<Long, Integer> freed) {
        List<Long> ids = new ArrayList<>(shipped.keySet());
        ids.addAll(freed.keySet());
        settled.parcels().fresh().forEach(sent -> ids.addAll(sent.parcel().lines()));
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery(Sql.named("supply/lines_to_tell"))
                .bindArray("lines", Long.class, ids)
                .map(Rows.of(LineFact.class))
                .stream()
                .collect(toMap(LineFact::id, line -> line));
    }

    private void purchaseOrders(List<AnsweredLines.Line> news) {
        Map<String, List<AnsweredLines.Line>> orders = news.stream()
                .collect(groupingBy(line -> line.row().number(), TreeMap::new, java.util.stream.Collectors.toList()));
        orders.forEach((number, lines) -> {
            List<AnsweredLines.Line> rejected = lines.stream()
                    .filter(line -> line.rejected() > line.row().rejected())
                    .toList();
            List<AnsweredLines.Line> other = lines.stream()
                    .filter(line -> line.acknowledged().orElse(0) > 0 || line.undecided() > 0)
                    .toList();
            purchaseOrder(EventType.PURCHASE_ORDER_ACKNOWLEDGED, number, other);
            purchaseOrder(EventType.PURCHASE_ORDER_REJECTED, number, rejected);
        });
    }

    private void purchaseOrder(EventType type, String number, List<AnsweredLines.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("po", number);
        data.put("partner", lines.get(0).row().partner());
        ArrayNode answered = data.putArray("lines");
        lines.forEach(line -> {
            ObjectNode one = answered.addObject();
            one.put("line", line.row().line()).put("sku", line.row().sku());
            one.put("ordered", line.row().quantity());
            one.put("acknowledged", line.acknowledged().orElse(0));
            one.put("rejected", line.rejected());
            one.put("undecided", line.undecided());
            line.answered()
                    .leaves()
                    .filter(day -> !day.equals(LocalDate.MAX))
                    .ifPresent(day -> one.put("date", day.toString()));
        });
        events.add(new Event(type, Keys.purchaseOrder(number), Optional.empty(), now, data));
    }

    private void shipment(Parcels.Sent sent, Map<Long, LineFact> lines) {
        Parcel parcel = sent.parcel();
        List<ParcelFact.Packed> packed = new ArrayList<>();
        for (int i = 0; i < parcel.lines().size(); i++) {
            LineFact line = lines.get(parcel.lines().get(i));
            packed.add(new ParcelFact.Packed(
                    line.line(), line.sku(), parcel.units().get(i)));
        }
        ParcelFact fact = new ParcelFact(
                parcel.storefront(),
                parcel.number(),
                parcel.location(),
                parcel.carrier(),
                parcel.tracking(),
                parcel.shippedAt(),
                packed);
        events.add(fact.event(sent.id(), now));
    }
}
