package io.quayside.web;

import java.util.List;

/**
 * One operation of {@code openapi.yaml}. What a call takes (query parameters, kind of body) is read there; a call that
 * is not described there does not start.
 *
 * @param method GET, POST, PUT, PATCH, DELETE
 * @param path as in openapi.yaml: {@code /v1/orders/{storefront}/{number}}
 * @param scopes who may beside admin: any of operator, read, storefront (a storefront key sees only its own: the handler
 *     checks with {@link Principal#mustSee}); empty means admin only
 */
public record Call(String method, String path, List<String> scopes, Handler handler) {
    /** Among the scopes: no key is asked for. */
    public static final String ANYBODY = "anybody";

    /** Does the work on a worker thread; may block; throws {@link io.quayside.store.Refusal} for a no. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Request request);
    }
}
