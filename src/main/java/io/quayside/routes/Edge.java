package io.quayside.routes;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;

/**
 * What crosses from outside into a route: nothing that steers Camel. Headers {@code Camel…} and {@code org.apache.camel…}
 * are dropped in any letter case; then we set the few that a route may rely on.
 */
final class Edge {
    /** The exchange property that names the partner a feed belongs to; outsiders cannot set properties. */
    static final String PARTNER = "QuaysidePartner";

    /** Tells the feed that a step kept its file; the parts of a split share it. */
    private static final String KEPT = "QuaysideKept";

    private Edge() {}

    /** Says whose file this is and what it is called. */
    static void mark(Exchange exchange, String partner, String name) {
        strip(exchange);
        exchange.setProperty(PARTNER, partner);
        exchange.setProperty(KEPT, new AtomicLong());
        exchange.getMessage().setHeader(Exchange.FILE_NAME, name);
        exchange.getMessage().setHeader(Exchange.FILE_NAME_ONLY, name);
    }

    /** For a remote file that may be read again before it is gone: {@code modified} in ms since 1970, {@code size} in bytes. */
    static void markRemote(Exchange exchange, long modified, long size) {
        exchange.getMessage().setHeader(Exchange.FILE_LAST_MODIFIED, modified);
        exchange.getMessage().setHeader(Exchange.FILE_LENGTH, size);
    }

    /** A step of the route has kept what the feed brought, as this document. */
    static void kept(Exchange exchange, long document) {
        Optional.ofNullable(exchange.getProperty(KEPT, AtomicLong.class)).ifPresent(kept -> kept.set(document));
    }

    /** The document as which a step of the route kept what the feed brought; of several the last. */
    static OptionalLong kept(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(KEPT, AtomicLong.class)).stream()
                .mapToLong(AtomicLong::get)
                .filter(document -> document > 0)
                .findFirst();
    }

    static boolean isKept(Exchange exchange) {
        return kept(exchange).isPresent();
    }

    static void strip(Exchange exchange) {
        exchange.getMessage().getHeaders().keySet().removeIf(Edge::steersCamel);
    }

    static boolean steersCamel(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("camel") || name.startsWith("org.apache.camel");
    }
}
