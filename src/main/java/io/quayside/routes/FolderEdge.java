package io.quayside.routes;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/** First step of the kamelet feed-folder: lets nothing in but what a route may rely on, and says so when a file fails. */
final class FolderEdge implements Processor {
    private final OneLine failures;

    FolderEdge(OneLine failures) {
        this.failures = failures;
    }

    @Override
    public void process(Exchange exchange) {
        Message file = exchange.getMessage();
        String name = file.getHeader(Exchange.FILE_NAME_ONLY, String.class);
        Long modified = file.getHeader(Exchange.FILE_LAST_MODIFIED, Long.class);
        Long size = file.getHeader(Exchange.FILE_LENGTH, Long.class);
        String partner = exchange.getProperty(Edge.PARTNER, String.class);
        Edge.mark(exchange, partner, name);
        Edge.markRemote(exchange, modified, size);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onFailure(Exchange failed) {
                failures.handleException(name + " of " + partner + " stays in its folder", failed.getException());
            }
        });
    }
}
