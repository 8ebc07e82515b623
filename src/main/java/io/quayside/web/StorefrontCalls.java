package io.quayside.web;

import io.quayside.store.Refusal;
import io.quayside.supply.catalogue.Storefront;
import io.quayside.supply.catalogue.Storefronts;
import java.util.List;

/** Storefronts by code. */
public final class StorefrontCalls {
    private final Storefronts storefronts;

    public StorefrontCalls(Storefronts storefronts) {
        this.storefronts = storefronts;
    }

    public List<Call> calls() {
        return List.of(
                new Call("PUT", "/v1/storefronts/{code}", List.of("operator"), this::put),
                new Call("GET", "/v1/storefronts/{code}", List.of("operator", "read", "storefront"), this::get),
                new Call("GET", "/v1/storefronts", List.of("operator", "read"), this::list));
    }

    record Body(String name) {}

    private Answer put(Request request) {
        Body body = request.as(Body.class);
        Checks checks = new Checks();
        checks.code("code", request.path("code"), 64);
        checks.code("/name", body.name(), 200);
        checks.refuse();
        storefronts.put(new Storefront(request.path("code"), body.name()));
        return get(request);
    }

    private Answer get(Request request) {
        String code = request.path("code");
        request.principal().mustSee(code);
        return Answer.ok(storefronts
                .find(code)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "there is no storefront " + code)));
    }

    private Answer list(Request request) {
        int limit = request.query().limit();
        String after = request.query().cursor(1).map(parts -> parts.get(0)).orElse("");
        return Answer.ok(Page.of(storefronts.after(after, limit + 1), limit, shop -> List.of(shop.code())));
    }
}
