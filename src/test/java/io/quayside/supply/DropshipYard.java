package io.quayside.supply;

import static io.quayside.supply.Yard.day;

import io.quayside.mapping.Problem;
import io.quayside.store.Json;
import io.quayside.supply.Yard.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A yard whose supplier Northwind sells by dropship, and what is said between it and us. Every word takes a minute. */
final class DropshipYard implements AutoCloseable {
    final Yard yard = new Yard();

    DropshipYard() {
        yard.sql("update partner set kinds = '{supplier,dropship}' where code = 'north'");
        for (String sku : List.of("P", "Q")) {
            yard.sql("insert into item_supplier (sku, partner, supplier_sku, dropship) values ('" + sku
                    + "', 'north', 'N-" + sku + "', true)");
        }
        books("on_ship");
    }

    void books(String when) {
        yard.sql("update partner set file = '{\"dropship\": {\"books\": \"" + when + "\"}}' where code = 'north'");
    }

    /** Northwind says how many it has. */
    void has(String sku, int quantity) {
        yard.pass(Duration.ofMinutes(1));
        yard.document("north", Row.inventory(sku, "NORTH", quantity, yard.now()));
    }

    /** All that is allocated at Northwind goes on one purchase order for the order, sent and released. */
    void send(String po, String order) {
        yard.pass(Duration.ofMinutes(1));
        String id = "(select id from orders where number = '" + order + "')";
        yard.sql("insert into document (direction, kind, partner, mapping, name, sha256, size, status) values"
                + " ('out', 'purchase-order', 'north', 'test', '" + po + "', '', 0, 'sent')");
        yard.sql(
                "insert into purchase_order (number, partner, kind, location, send, order_id, cut_at, document_id, sent_at) values ('"
                        + po + "', 'north', 'dropship', 'NORTH', true, " + id + ", '" + yard.now()
                        + "', (select max(id) from document), '" + yard.now() + "')");
        yard.sql("insert into purchase_order_line (number, line, sku, quantity, line_id) select '" + po
                + "', l.line, l.sku, sum(a.quantity), l.id from order_line l join allocation a on a.line_id = l.id"
                + " where a.location = 'NORTH' and l.order_id = " + id + " group by l.id");
        yard.sql(
                "insert into released (line_id, location, quantity) select line_id, 'NORTH', quantity from purchase_order_line"
                        + " where number = '" + po + "'"
                        + " on conflict (line_id, location) do update set quantity = released.quantity + excluded.quantity");
        yard.sql("update order_line set released = released + l.quantity from purchase_order_line l"
                + " where l.line_id = order_line.id and l.number = '" + po + "'");
        yard.sql(
                "delete from allocation where location = 'NORTH' and line_id in (select id from order_line where order_id = "
                        + id + ")");
        yard.database.inTransaction(h -> yard.replanning.replan(h, List.of("P", "Q"), Trigger.call("send")));
    }

    /** Answers to one purchase order for SKU P, each "line action quantity day"; what is left out at the end is not said. */
    List<Problem> answer(String po, String... answers) {
        yard.pass(Duration.ofMinutes(1));
        return yard.said("north", answers(po, answers));
    }

    Row[] answers(String po, String... answers) {
        return Arrays.stream(answers)
                .map(text -> text.split(" "))
                .map(part -> {
                    Map<String, Object> record =
                            new LinkedHashMap<>(Map.of("po", po, "line", part[0], "action", part[1]));
                    if (part.length > 3) {
                        record.put("date", day(Integer.parseInt(part[3])).toString());
                    }
                    return new Row(
                            "order-ack",
                            "P",
                            null,
                            part.length > 2 ? Integer.valueOf(part[2]) : null,
                            yard.now(),
                            Json.write(record),
                            1);
                })
                .toArray(Row[]::new);
    }

    /** A shipment of units of line 1 with these tracking numbers, one pack each. */
    List<Problem> ship(String shipment, String purpose, String po, int units, String... tracking) {
        yard.pass(Duration.ofMinutes(1));
        return yard.said("north", parcel(shipment, purpose, po, units, tracking));
    }

    Row[] parcel(String shipment, String purpose, String po, int units, String... tracking) {
        List<Row> packs = new ArrayList<>();
        for (int i = 0; i < Math.max(1, tracking.length); i++) {
            int packed = tracking.length < 2 ? units : i == 0 ? units - tracking.length + 1 : 1;
            List<String> codes = tracking.length == 0 ? List.of() : List.of(tracking[i]);
            packs.add(new Row(
                    "shipment",
                    "P",
                    null,
                    packed,
                    yard.now(),
                    Json.write(Map.of(
                            "shipment",
                            shipment,
                            "purpose",
                            purpose,
                            "po",
                            po,
                            "line",
                            "1",
                            "carrier",
                            "UPS",
                            "tracking",
                            codes)),
                    1));
        }
        return packs.toArray(Row[]::new);
    }

    /** Lines of SKU P in the order in which they were placed: "allocated+released+shipped of ordered". */
    List<String> lines() {
        return yard.strings(
                "select coalesce((select sum(quantity) from allocation where line_id = l.id), 0) || '+' || released"
                        + " || '+' || shipped || ' of ' || quantity from order_line l where sku = 'P' order by id");
    }

    /** On hand, released and not booked, and free of SKU P at Northwind. */
    String atNorth() {
        return new Stock(yard.database, yard.replanning)
                .view("P").locations().stream()
                        .filter(at -> at.location().equals("NORTH"))
                        .map(at ->
                                at.onHand() + " on hand, " + at.released() + " released, " + at.available() + " free")
                        .findFirst()
                        .orElse("nothing");
    }

    /** What of the invariants 1 and 3 does not hold. */
    List<String> broken() {
        return yard.strings(
                """
                select 'on hand of ' || sku || ' at ' || location || ' is no sum of movements' from stock
                where on_hand <> (select coalesce(sum(quantity), 0) from movement m where m.sku = stock.sku and m.location = stock.location)
                union all
                select 'too much of ' || stock.sku || ' at ' || location from stock
                where on_hand < coalesce((select sum(a.quantity) from allocation a join order_line l on l.id = a.line_id
                        where l.sku = stock.sku and a.location = stock.location), 0)
                    + coalesce((select sum(r.quantity - r.booked) from released r join order_line l on l.id = r.line_id
                        where l.sku = stock.sku and r.location = stock.location), 0)
                union all
                select 'released of line ' || id from order_line
                where released <> coalesce((select sum(quantity) from released where line_id = order_line.id), 0)
                union all
                select 'shipped of line ' || id from order_line
                where shipped <> coalesce((select sum(quantity) from order_shipment_line where line_id = order_line.id), 0)
                union all
                select 'too much for line ' || id from order_line
                where quantity < released + shipped + cancelled
                    + coalesce((select sum(quantity) from allocation where line_id = order_line.id), 0)
                """);
    }

    /** Planning again without a change writes nothing. */
    boolean rests() {
        String before = state();
        yard.database.inTransaction(h -> yard.replanning.replan(h, List.of("P", "Q"), Trigger.call("again")));
        return before.equals(state());
    }

    private String state() {
        return String.join(
                " ",
                yard.strings(
                        "select count(*) || ' decisions' from decision union all select count(*) || ' events' from event"));
    }

    @Override
    public void close() {
        yard.close();
    }
}
