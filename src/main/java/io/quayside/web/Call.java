package io.quayside.web;

import java.util.List;

/**
 * One operation of {@code openapi.yaml}.
 *
 * @param method GET, POST, PUT, PATCH, DELETE
 * @param path as in openapi.yaml: {@code /v1/orders/{storefront}/{number}}
 * @param scopes who may: any of admin, operator, read, storefront (a storefront key sees only its own: the handler checks)
 */
public record Call(String method, String path, List<String> scopes, Handler handler) {
    /** Does the work on a worker thread; may block; throws {@link io.quayside.store.Refusal} for a no. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Request request);
    }
}
