package io.quayside.routes;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Says to the other side of the kamelet send-http who we are. The secrets leave the exchange at once but for the header that
 * the request needs; no endpoint has them in its URI, which errors like to quote.
 */
final class HttpAuth implements Processor {
    private final RouteSecrets secrets;

    HttpAuth(RouteSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public void process(Exchange exchange) {
        String user = taken(exchange, "QuaysideUser");
        String password = secrets.reveal(taken(exchange, "QuaysidePassword"), exchange.getContext());
        String token = secrets.reveal(taken(exchange, "QuaysideToken"), exchange.getContext());
        if (!token.isEmpty()) {
            exchange.getMessage().setHeader("Authorization", "Bearer " + token);
        } else if (!user.isEmpty()) {
            exchange.getMessage().setHeader("Authorization", "Basic " + Login.base64(user, password));
        }
    }

    private static String taken(Exchange exchange, String property) {
        Object value = exchange.removeProperty(property);
        return value == null ? "" : value.toString();
    }
}
