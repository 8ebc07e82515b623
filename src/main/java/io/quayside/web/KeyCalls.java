package io.quayside.web;

import io.quayside.store.Refusal;
import java.util.List;
import java.util.Map;

/** Keys: made and ended by an admin; the key itself is shown once. */
public final class KeyCalls {
    private final ApiKeys keys;

    public KeyCalls(ApiKeys keys) {
        this.keys = keys;
    }

    public List<Call> calls() {
        return List.of(
                new Call("POST", "/v1/keys", List.of(), this::create),
                new Call("DELETE", "/v1/keys/{id}", List.of(), this::revoke));
    }

    record NewKey(String scope, String name) {}

    private Answer create(Request request) {
        NewKey wanted = request.as(NewKey.class);
        if (!wanted.scope().matches("admin|operator|read|storefront:.{1,64}")) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "/scope: write admin, operator, read or storefront:CODE",
                    new Refusal.Place("/scope", "write admin, operator, read or storefront:CODE"));
        }
        String key = ApiKeys.fresh();
        return Answer.created(Map.of("id", keys.add(wanted.scope(), wanted.name(), key), "key", key));
    }

    private Answer revoke(Request request) {
        if (!keys.revoke(request.path("id"))) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "there is no such key, or it has been revoked");
        }
        return Answer.none();
    }
}
