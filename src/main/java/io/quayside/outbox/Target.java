package io.quayside.outbox;

import java.net.InetAddress;
import java.net.URI;

/**
 * Where a request goes: the address was checked, and the connection is made to it and to no other, whatever the name
 * resolves to in the meantime.
 */
record Target(URI url, InetAddress address) {
    boolean tls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        return url.getPort() >= 0 ? url.getPort() : tls() ? 443 : 80;
    }

    /** What stands in the request line. */
    String pathAndQuery() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
