package io.quayside.web;

import io.quayside.store.Refusal;
import io.quayside.supply.catalogue.Item;
import io.quayside.supply.catalogue.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Items: one by one or as NDJSON. */
public final class ItemCalls {
    private static final int BATCH = 2_000;

    private final Items items;

    public ItemCalls(Items items) {
        this.items = items;
    }

    public List<Call> calls() {
        return List.of(
                new Call("PUT", "/v1/items/{sku}", List.of("operator"), this::put),
                new Call("POST", "/v1/items", List.of("operator"), this::putAll),
                new Call("GET", "/v1/items/{sku}", List.of("operator", "read"), this::get),
                new Call("GET", "/v1/items", List.of("operator", "read"), this::list));
    }

    private Answer put(Request request) {
        String sku = request.path("sku");
        ItemBody body = request.as(ItemBody.class);
        body.sku().filter(own -> !own.equals(sku)).ifPresent(own -> {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "/sku: the path says " + sku,
                    new Refusal.Place("/sku", "write " + sku + " or leave it out"));
        });
        Refusal refused = items.put(List.of(body.toItem(sku))).get(sku);
        if (refused != null) {
            throw refused;
        }
        return get(request);
    }

    private Answer putAll(Request request) {
        return Bulk.store(request, ItemBody.class, BATCH, this::putBatch);
    }

    private List<Bulk.BadLine> putBatch(List<Bulk.Row<ItemBody>> rows) {
        List<Bulk.BadLine> bad = new ArrayList<>();
        List<Bulk.Row<Item>> good = new ArrayList<>();
        for (Bulk.Row<ItemBody> row : rows) {
            try {
                good.add(new Bulk.Row<>(row.line(), row.value().toItem()));
            } catch (Refusal e) {
                bad.add(Bulk.BadLine.of(row.line(), e));
            }
        }
        Map<String, Refusal> refused =
                items.put(good.stream().map(Bulk.Row::value).toList());
        for (Bulk.Row<Item> row : good) {
            Refusal refusal = refused.get(row.value().sku());
            if (refusal != null) {
                bad.add(Bulk.BadLine.of(row.line(), refusal));
            }
        }
        return bad;
    }

    private Answer get(Request request) {
        return Answer.ok(items.find(request.path("sku"))
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "there is no item " + request.path("sku"))));
    }

    private Answer list(Request request) {
        int limit = request.query().limit();
        String after = request.query().cursor(1).map(parts -> parts.get(0)).orElse("");
        return Answer.ok(Page.of(items.after(after, limit + 1), limit, item -> List.of(item.sku())));
    }
}
