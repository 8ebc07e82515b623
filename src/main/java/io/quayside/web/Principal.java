package io.quayside.web;

import io.quayside.store.Refusal;
import java.util.List;
import java.util.Optional;

/** Whose key a call carries: {@code scope} is admin, operator, read or storefront:CODE. */
public record Principal(String keyId, String scope) {
    private static final String STOREFRONT = "storefront:";

    /** The storefront it is bound to; empty for keys that see all of them. */
    public Optional<String> storefront() {
        return scope.startsWith(STOREFRONT) ? Optional.of(scope.substring(STOREFRONT.length())) : Optional.empty();
    }

    /** Refuses with 403 where the key is bound to another storefront. */
    public void mustSee(String code) {
        if (storefront().filter(own -> !own.equals(code)).isPresent()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "this key is for storefront " + storefront().get() + "; use a key of storefront " + code);
        }
    }

    boolean isOneOf(List<String> scopes) {
        return scope.equals("admin") || scopes.contains(scope.startsWith(STOREFRONT) ? "storefront" : scope);
    }
}
