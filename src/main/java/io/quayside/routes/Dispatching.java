package io.quayside.routes;

import io.quayside.inbox.Content;
import io.quayside.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * What stands behind the kamelet dispatch on both sides of its claim: {@link #look} asks whether there is anything to claim,
 * {@link #process} makes the claimed document the message that the route sends. Any thread may call it.
 */
final class Dispatching implements Processor {
    static final String PARTNER = Edge.PARTNER;
    static final String KINDS = "QuaysideKinds";
    private static final String ROUTE = "QuaysideRoute";

    private final Database database;
    private final Correspondence correspondence;
    private final DueKinds due;
    private final Sending sending;

    Dispatching(Database database, Correspondence correspondence, DueKinds due, Sending sending) {
        this.database = database;
        this.correspondence = correspondence;
        this.due = due;
        this.sending = sending;
    }

    /** Ends the exchange where the partner has nothing of these kinds to be sent now. */
    void look(Exchange exchange, String route, String partner, Set<String> kinds) {
        polled(exchange, false);
        correspondence.write(partner, kinds);
        if (due.has(partner, kinds)) {
            about(exchange, route, partner, kinds);
        } else {
            exchange.setRouteStop(true);
        }
    }

    /** Says what the claim that comes next is to take. */
    static void about(Exchange exchange, String route, String partner, Set<String> kinds) {
        exchange.setProperty(ROUTE, route);
        exchange.setProperty(PARTNER, partner);
        exchange.setProperty(KINDS, String.join(",", kinds));
    }

    /** The body is what was claimed: a row or none. Whatever the route does then decides whether the document is sent. */
    @Override
    public void process(Exchange exchange) throws IOException {
        List<?> claimed = exchange.getMessage().getBody(List.class);
        if (claimed.isEmpty()) {
            exchange.setRouteStop(true);
            return;
        }
        Map<?, ?> row = (Map<?, ?>) claimed.get(0);
        OutClaim claim = OutClaim.of(exchange.getProperty(ROUTE, String.class), row);
        Ending ending = new Ending(claim);
        // Before anything that can fail: a claim that has begun without an ending would be held for ever.
        exchange.getExchangeExtension().addOnCompletion(ending);
        sending.begun(claim);
        polled(exchange, true);
        ending.bytes = Content.of(database, claim.document());
        Edge.mark(exchange, claim.partner(), claim.name());
        Message message = exchange.getMessage();
        message.setHeader(Exchange.FILE_LENGTH, row.get("size"));
        message.setHeader("QuaysideDocument", claim.document());
        message.setHeader("QuaysideKind", claim.kind());
        message.setBody(ending.bytes);
    }

    /** Whether the scheduler is to look again at once. */
    private static void polled(Exchange exchange, boolean something) {
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, something);
    }

    private final class Ending extends SynchronizationAdapter {
        private final OutClaim claim;
        private InputStream bytes = InputStream.nullInputStream();

        Ending(OutClaim claim) {
            this.claim = claim;
        }

        @Override
        public void onComplete(Exchange exchange) {
            sending.sent(claim);
        }

        @Override
        public void onFailure(Exchange exchange) {
            polled(exchange, false);
            sending.failed(claim, exchange.getException());
            exchange.setException(null);
        }

        @Override
        public void onDone(Exchange exchange) {
            super.onDone(exchange);
            try {
                bytes.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
