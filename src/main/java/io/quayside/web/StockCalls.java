package io.quayside.web;

import io.quayside.store.Refusal;
import io.quayside.supply.PurchaseOrders;
import io.quayside.supply.Receipts;
import io.quayside.supply.Stock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stock, purchase orders and receipts. */
public final class StockCalls {
    private static final List<String> READERS = List.of("operator", "read");
    private static final List<String> WRITERS = List.of("operator");

    private final Stock stock;
    private final PurchaseOrders purchaseOrders;
    private final Receipts receipts;

    public StockCalls(Stock stock, PurchaseOrders purchaseOrders, Receipts receipts) {
        this.stock = stock;
        this.purchaseOrders = purchaseOrders;
        this.receipts = receipts;
    }

    public List<Call> calls() {
        return List.of(
                new Call("GET", "/v1/stock/{sku}", READERS, request -> Answer.ok(stock.view(request.path("sku")))),
                new Call("PUT", "/v1/stock/{sku}/{location}", WRITERS, this::count),
                new Call("POST", "/v1/stock/{sku}/{location}/adjustments", WRITERS, this::adjust),
                new Call("GET", "/v1/purchase-orders", READERS, this::purchaseOrders),
                new Call("GET", "/v1/purchase-orders/{number}", READERS, this::purchaseOrder),
                new Call("PUT", "/v1/purchase-orders/{number}", WRITERS, this::putPurchaseOrder),
                new Call("POST", "/v1/receipts", WRITERS, this::receive));
    }

    record Count(int onHand, Optional<Instant> asOf, String reason) {}

    private Answer count(Request request) {
        Count count = request.as(Count.class);
        if (count.onHand() < 0) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "/on_hand: write a quantity of 0 or more",
                    new Refusal.Place("/on_hand", "write a quantity of 0 or more"));
        }
        return Answer.ok(stock.count(
                request.path("sku"), request.path("location"), count.onHand(), count.asOf(), count.reason()));
    }

    record Adjustment(int quantity, String reason) {}

    private Answer adjust(Request request) {
        Adjustment adjustment = request.as(Adjustment.class);
        if (adjustment.quantity() == 0) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "/quantity: write how many units are added, or below zero how many are removed",
                    new Refusal.Place("/quantity", "write a number other than 0"));
        }
        return Answer.ok(stock.adjust(
                request.path("sku"), request.path("location"), adjustment.quantity(), adjustment.reason()));
    }

    private Answer purchaseOrders(Request request) {
        Request.Query query = request.query();
        int limit = query.limit();
        String after = query.cursor(1).map(parts -> parts.get(0)).orElse("");
        PurchaseOrders.Filter filter = new PurchaseOrders.Filter(
                query.get("partner"), query.flag("open"), query.flag("late"), query.flag("unacknowledged"));
        return Answer.ok(
                Page.of(purchaseOrders.list(filter, after, limit + 1), limit, order -> List.of(order.number())));
    }

    private Answer purchaseOrder(Request request) {
        String number = request.path("number");
        return Answer.ok(purchaseOrders
                .find(number)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "there is no purchase order " + number)));
    }

    private Answer putPurchaseOrder(Request request) {
        return Answer.ok(purchaseOrders.put(request.path("number"), request.as(PurchaseOrders.Body.class)));
    }

    private Answer receive(Request request) {
        Receipts.Outcome outcome = receipts.create(request.as(Receipts.Body.class));
        return outcome.fresh() ? Answer.created(outcome.receipt()) : Answer.ok(outcome.receipt());
    }
}
