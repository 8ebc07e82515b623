package io.quayside.supply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.Event;
import io.quayside.outbox.EventType;
import io.quayside.outbox.Keys;
import io.quayside.planning.Moment;
import io.quayside.store.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link Difference} as events about lines and items. */
final class Telling {
    private final Difference difference;
    private final Moment moment;

    Telling(Difference difference, Moment moment) {
        this.difference = difference;
        this.moment = moment;
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        difference.lines().forEach(line -> line(line, events));
        difference.items().forEach(item -> item(item, events));
        return events;
    }

    private void line(LineChange change, List<Event> events) {
        boolean fresh = change.row().stored().fresh();
        if (change.gained() > 0) {
            events.add(fact(change).event(EventType.LINE_ALLOCATED, change.gained(), gain(change), moment.now()));
        }
        if (change.gained() < 0) {
            events.add(fact(change).event(EventType.LINE_DEALLOCATED, -change.gained(), loss(change), moment.now()));
        }
        if (fresh && change.backordered() > 0) {
            events.add(fact(change)
                    .event(EventType.LINE_BACKORDERED, change.backordered(), "not enough on hand", moment.now()));
        }
        if (change.movesPromise()) {
            events.add(promise(change));
        }
    }

    private String gain(LineChange change) {
        if (change.row().stored().fresh()) {
            return "order placed";
        }
        return difference.trigger(change.plan().sku()).kind().equals("document") ? "supply arrived" : "units came free";
    }

    private String loss(LineChange change) {
        return difference.somebodyGained(change.plan().sku()) ? "a line ahead takes them" : "stock shrank";
    }

    private static LineFact fact(LineChange change) {
        LineRow.Stored row = change.row().stored();
        return new LineFact(
                row.id(),
                row.storefront(),
                row.number(),
                row.line(),
                row.sku(),
                row.quantity(),
                change.plan().allocated(),
                change.backordered(),
                row.released(),
                row.shipped(),
                row.cancelled());
    }

    /** Dates that there are none of stand as null: `previous` null is a first date, `current` null a date taken back. */
    private Event promise(LineChange change) {
        LineRow.Stored row = change.row().stored();
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("storefront", row.storefront());
        data.put("order", row.number());
        data.put("line", row.line());
        data.put("sku", row.sku());
        data.put("original", text(change.promise().original()));
        data.put("previous", text(row.current()));
        data.put("current", text(change.promise().current()));
        data.put("reason", change.gained() > 0 ? gain(change) : change.gained() < 0 ? loss(change) : "supply moved");
        return new Event(
                EventType.LINE_PROMISE_CHANGED,
                Keys.line(row.storefront(), row.number(), row.line()),
                Optional.of(row.storefront()),
                moment.now(),
                data);
    }

    private static String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse(null);
    }

    private void item(Difference.ItemChange change, List<Event> events) {
        ItemRow before = change.row();
        Availability now = change.now();
        events.add(event(EventType.STOCK_CHANGED, change));
        if (before.reorderPoint().isPresent()
                && before.available() > before.reorderPoint().getAsInt()
                && now.available() <= before.reorderPoint().getAsInt()) {
            events.add(event(EventType.STOCK_LOW, change));
        }
        if (before.hadStock() && now.available() > 0) {
            events.add(event(EventType.ITEM_BACK_IN_STOCK, change));
        }
    }

    private Event event(EventType type, Difference.ItemChange change) {
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("sku", change.row().sku());
        data.put("available", change.now().available());
        data.put("status", change.now().status());
        change.now().nextDate().ifPresent(date -> data.put("next_date", date.toString()));
        return new Event(type, Keys.sku(change.row().sku()), Optional.empty(), moment.now(), data);
    }
}
