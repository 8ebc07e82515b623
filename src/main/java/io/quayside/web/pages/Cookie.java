package io.quayside.web.pages;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** The one cookie: no script sees it, and other sites' links and forms do not carry it. */
final class Cookie {
    private static final String NAME = "quayside";

    private Cookie() {}

    static Optional<String> of(HttpServerRequest http) {
        return Optional.ofNullable(http.getCookie(NAME)).map(io.vertx.core.http.Cookie::getValue);
    }

    static String set(String token, Client client) {
        return NAME + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" + (client.secure() ? "; Secure" : "");
    }

    static String end(Client client) {
        return set("", client) + "; Max-Age=0";
    }
}
