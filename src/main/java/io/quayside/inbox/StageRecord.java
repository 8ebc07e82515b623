package io.quayside.inbox;

import io.quayside.mapping.Canonical;
import io.quayside.store.Json;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the columns of a staged row do not hold, as JSON; null where they hold everything. */
final class StageRecord {
    private StageRecord() {}

    /** Incoming units by day, days without units left out, the day that nobody knows last: the form in which inbound is read back. */
    static String of(Canonical.Inventory r) {
        if (r.incoming().isEmpty()) {
            return null;
        }
        Map<LocalDate, Integer> byDay = new TreeMap<>();
        for (Canonical.Incoming i : r.incoming().get()) {
            if (i.quantity() > 0) {
                byDay.merge(i.eta().orElse(LocalDate.MAX), i.quantity(), Integer::sum);
            }
        }
        StringBuilder json = new StringBuilder("{\"incoming\":[");
        byDay.forEach((day, quantity) -> {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",");
            json.append("{\"quantity\":").append(quantity);
            json.append(day.equals(LocalDate.MAX) ? "}" : ",\"eta\":\"" + day + "\"}");
        });
        return json.append("]}").toString();
    }

    static String of(Canonical.Inbound r) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ref", clean(r.ref()));
        put(json, "eta", r.eta());
        return Json.write(json);
    }

    static String of(Canonical.Shipment r) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("shipment", clean(r.shipment()));
        json.put("purpose", r.purpose());
        put(json, "po", r.po());
        put(json, "line", r.line());
        json.put("tracking", r.tracking().stream().map(StageRecord::clean).toList());
        put(json, "carrier", r.carrier());
        put(json, "shipped", r.shipped());
        put(json, "eta", r.eta());
        return Json.write(json);
    }

    static String of(Canonical.OrderAck r) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("po", clean(r.po()));
        put(json, "line", r.line());
        json.put("whole", r.whole());
        json.put("action", r.action());
        put(json, "quantity", r.quantity());
        put(json, "date", r.date());
        put(json, "date_kind", r.dateKind());
        put(json, "substitute_sku", r.substituteSku());
        put(json, "price", r.price());
        return Json.write(json);
    }

    static String of(Canonical.Receipt r) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ref", clean(r.ref()));
        put(json, "po", r.po());
        put(json, "line", r.line());
        json.put("final", r.fin());
        put(json, "received_at", r.receivedAt());
        return Json.write(json);
    }

    private static void put(Map<String, Object> json, String name, Optional<?> value) {
        value.ifPresent(v -> json.put(name, v instanceof String text ? clean(text) : v));
    }

    /** JSON in the database cannot hold the character NUL. */
    private static String clean(String text) {
        return text.indexOf(0) < 0 ? text : text.replace("\0", "");
    }
}
