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

    /** An order line as it is now. */
    record LineNow(
            long id,
            long orderId,
            String storefront,
            String number,
            String line,
            String sku,
            int quantity,
            int allocated,
            int backordered,
            int released,
            int shipped,
            int cancelled) {}

    /** Before the SKUs are planned again. */
    List<Event> events(PurchaseOrderSettling.Settled settled, String partner) {
        purchaseOrders(settled.news());
        Map<Long, Integer> shipped = settled.units().told(true);
        Map<Long, Integer> freed = settled.units().told(false);
        Map<Long, LineNow> lines = lines(settled, shipped, freed);
        freed.forEach(
                (line, units) -> line(EventType.LINE_DEALLOCATED, lines.get(line), units, "rejected by " + partner));
        shipped.forEach((line, units) -> line(EventType.LINE_SHIPPED, lines.get(line), units, "shipped by " + partner));
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
        OrderView.of(handle, orders).values().forEach(order -> {
            String storefront = order.path("storefront").asText();
            String key = Keys.order(storefront, order.path("number").asText());
            if (!planned.contains(key)) {
                told.add(new Event(EventType.ORDER_CHANGED, key, Optional.of(storefront), now, order));
            }
        });
        return told;
    }

    private Map<Long, LineNow> lines(PurchaseOrderSettling.Settled settled, Map<Long, Integer> shipped, Map<Long, Integer> freed) {
        List<Long> ids = new ArrayList<>(shipped.keySet());
        ids.addAll(freed.keySet());
        settled.parcels().fresh().forEach(sent -> ids.addAll(sent.parcel().lines()));
        return handle
                .createQuery(Sql.named("supply/lines_to_tell"))
                .bindArray("lines", Long.class, ids)
                .map(Rows.of(LineNow.class))
                .stream()
                .collect(toMap(LineNow::id, line -> line));
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

    private void line(EventType type, LineNow line, int units, String reason) {
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("storefront", line.storefront());
        data.put("order", line.number());
        data.put("line", line.line());
        data.put("sku", line.sku());
        data.put("quantity", units);
        data.put("ordered", line.quantity());
        data.put("allocated", line.allocated());
        data.put("backordered", line.backordered());
        data.put("released", line.released());
        data.put("shipped", line.shipped());
        data.put("cancelled", line.cancelled());
        data.put("reason", reason);
        String key = Keys.line(line.storefront(), line.number(), line.line());
        events.add(new Event(type, key, Optional.of(line.storefront()), now, data));
    }

    private void shipment(Parcels.Sent sent, Map<Long, LineNow> lines) {
        Parcel parcel = sent.parcel();
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("storefront", parcel.storefront());
        data.put("order", parcel.number());
        data.put("shipment", Long.toString(sent.id()));
        data.put("location", parcel.location());
        parcel.carrier().ifPresent(carrier -> data.put("carrier", carrier));
        ArrayNode tracking = data.putArray("tracking");
        parcel.tracking().forEach(tracking::add);
        data.put("shipped_at", parcel.shippedAt().toString());
        ArrayNode packed = data.putArray("lines");
        for (int i = 0; i < parcel.lines().size(); i++) {
            LineNow line = lines.get(parcel.lines().get(i));
            packed.addObject()
                    .put("line", line.line())
                    .put("sku", line.sku())
                    .put("quantity", parcel.units().get(i));
        }
        String key = Keys.order(parcel.storefront(), parcel.number());
        events.add(new Event(EventType.SHIPMENT_CREATED, key, Optional.of(parcel.storefront()), now, data));
    }
}
