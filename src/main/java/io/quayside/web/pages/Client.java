package io.quayside.web.pages;

import io.vertx.core.http.HttpServerRequest;

/**
 * Where a request comes from.
 *
 * @param secure whether something in front of us speaks HTTPS with the browser. Anybody may claim that: it only makes the
 *     cookie of the one who claims it stricter.
 */
record Client(String address, boolean secure) {
    static Client of(HttpServerRequest http) {
        return new Client(
                http.remoteAddress() == null ? "" : http.remoteAddress().hostAddress(),
                http.isSSL() || "https".equalsIgnoreCase(http.getHeader("X-Forwarded-Proto")));
    }
}
