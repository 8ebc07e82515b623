package io.quayside.routes;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Gives closed files of one inbox to its route, on the thread of the caller. */
final class InboxConsumer extends DefaultConsumer {
    private final InboxEndpoint endpoint;

    InboxConsumer(InboxEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    boolean takes(DroppedFile file) {
        return file.partner().equals(endpoint.partner())
                && endpoint.include().matcher(file.name()).matches();
    }

    /** Runs the route on the file. Throws what the route threw; then the file is not kept. */
    void take(DroppedFile file) throws IOException {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(file.path().toFile());
            Edge.mark(exchange, file.partner(), file.name());
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        Exception failure = exchange.getException();
        releaseExchange(exchange, false);
        if (failure != null) {
            throw new IOException(OneLine.of(failure), failure);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        endpoint.inboxes().add(this);
    }

    @Override
    protected void doStop() throws Exception {
        endpoint.inboxes().remove(this);
        super.doStop();
    }
}
