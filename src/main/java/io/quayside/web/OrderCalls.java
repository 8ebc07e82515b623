package io.quayside.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Refusal;
import io.quayside.supply.orders.Fulfilment;
import io.quayside.supply.orders.NewOrder;
import io.quayside.supply.orders.OrderChange;
import io.quayside.supply.orders.Orders;
import io.quayside.supply.orders.Ship;
import io.quayside.supply.orders.Waiting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders: placed, changed, picked, shipped, cancelled and explained; and who waits. */
public final class OrderCalls {
    private static final List<String> WRITERS = List.of("operator", "storefront");
    private static final List<String> READERS = List.of("operator", "read", "storefront");
    private static final List<String> WAREHOUSE = List.of("operator");

    private static final int BATCH = 500;

    private final Orders orders;
    private final Fulfilment fulfilment;
    private final Waiting waiting;

    public OrderCalls(Orders orders, Fulfilment fulfilment, Waiting waiting) {
        this.orders = orders;
        this.fulfilment = fulfilment;
        this.waiting = waiting;
    }

    public List<Call> calls() {
        String order = "/v1/orders/{storefront}/{number}";
        return List.of(
                new Call("POST", "/v1/orders", WRITERS, this::place),
                new Call("GET", order, READERS, this::get),
                new Call("PATCH", order, WRITERS, this::change),
                new Call("POST", order + "/pick", WAREHOUSE, this::pick),
                new Call("POST", order + "/ship", WAREHOUSE, this::ship),
                new Call("POST", order + "/cancel", WRITERS, this::cancel),
                new Call("GET", order + "/lines/{line}/explanation", READERS, this::explain),
                new Call("GET", "/v1/backorders", READERS, this::backorders));
    }

    private Answer place(Request request) {
        if (request.isBulk()) {
            return Bulk.store(request, NewOrder.class, BATCH, rows -> placeBatch(request, rows));
        }
        NewOrder order = OrderChecks.checked(request.as(NewOrder.class));
        request.principal().mustSee(order.storefront());
        Orders.Placed placed = orders.place(order);
        return placed.isNew()
                ? Answer.created(placed.order().orElseThrow())
                : Answer.ok(placed.order().orElseThrow());
    }

    private List<Bulk.BadLine> placeBatch(Request request, List<Bulk.Row<NewOrder>> rows) {
        List<Bulk.BadLine> bad = new ArrayList<>();
        List<Bulk.Row<NewOrder>> good = new ArrayList<>();
        for (Bulk.Row<NewOrder> row : rows) {
            try {
                request.principal().mustSee(OrderChecks.checked(row.value()).storefront());
                good.add(row);
            } catch (Refusal e) {
                bad.add(Bulk.BadLine.of(row.line(), e));
            }
        }
        List<Orders.Placed> placed =
                orders.placeAll(good.stream().map(Bulk.Row::value).toList());
        for (int i = 0; i < good.size(); i++) {
            int line = good.get(i).line();
            placed.get(i).refusal().ifPresent(refusal -> bad.add(Bulk.BadLine.of(line, refusal)));
        }
        return bad;
    }

    private Answer get(Request request) {
        return Answer.ok(orders.find(storefront(request), request.path("number")));
    }

    record Change(
            Optional<Integer> priority, Optional<LocalDate> requested, Optional<Ship> ship, Optional<Boolean> hold) {}

    /** A `requested` of null takes the wish back; one that is left out leaves it. */
    private Answer change(Request request) {
        JsonNode json = request.json();
        Change change = request.as(Change.class);
        Optional<Optional<LocalDate>> requested =
                json.has("requested") ? Optional.of(change.requested()) : Optional.empty();
        return Answer.ok(fulfilment.change(
                storefront(request),
                request.path("number"),
                new OrderChange(change.priority(), requested, change.ship(), change.hold())));
    }

    record Picks(List<Fulfilment.Pick> lines) {}

    private Answer pick(Request request) {
        Picks picks = request.as(Picks.class);
        OrderChecks.quantities(
                picks.lines().stream().map(Fulfilment.Pick::quantity).toList());
        return Answer.ok(fulfilment.pick(storefront(request), request.path("number"), picks.lines()));
    }

    private Answer ship(Request request) {
        Fulfilment.Parcel parcel = request.as(Fulfilment.Parcel.class);
        OrderChecks.quantities(
                parcel.lines().stream().map(Fulfilment.Part::quantity).toList());
        return Answer.ok(fulfilment.ship(storefront(request), request.path("number"), parcel));
    }

    record Cancellation(Optional<List<Fulfilment.Part>> lines) {}

    private Answer cancel(Request request) {
        Optional<List<Fulfilment.Part>> lines = request.body().size() == 0
                ? Optional.empty()
                : request.as(Cancellation.class).lines();
        lines.ifPresent(parts -> OrderChecks.quantities(
                parts.stream().map(Fulfilment.Part::quantity).toList()));
        return Answer.ok(fulfilment.cancel(storefront(request), request.path("number"), lines));
    }

    private Answer explain(Request request) {
        int limit = request.query().limit();
        long before = request.query().cursor(1).map(OrderCalls::id).orElse(Long.MAX_VALUE);
        return page(
                waiting.explanation(
                        storefront(request), request.path("number"), request.path("line"), before, limit + 1),
                limit);
    }

    private Answer backorders(Request request) {
        Request.Query query = request.query();
        int limit = query.limit();
        Optional<String> own = request.principal().storefront();
        query.get("storefront").ifPresent(request.principal()::mustSee);
        Waiting.Filter filter = new Waiting.Filter(
                query.get("sku"), query.get("partner"), own.or(() -> query.get("storefront")), query.flag("late"));
        long after = query.cursor(1).map(OrderCalls::id).orElse(0L);
        return page(waiting.backorders(filter, after, limit + 1), limit);
    }

    private static Answer page(List<Waiting.Found> found, int limit) {
        Page<Waiting.Found> page = Page.of(found, limit, one -> List.of(Long.toString(one.id())));
        return Answer.ok(
                new Page<>(page.items().stream().map(Waiting.Found::seen).toList(), page.next()));
    }

    private static long id(List<String> cursor) {
        try {
            return Long.parseLong(cursor.get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "the cursor is not one of this list's",
                    new Refusal.Place("cursor", "write the value of \"next\" from the answer before, or leave it out"));
        }
    }

    private static String storefront(Request request) {
        String code = request.path("storefront");
        request.principal().mustSee(code);
        return code;
    }
}
