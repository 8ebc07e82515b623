package io.quayside.routes;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** First step of the kamelet feed-folder: lets nothing in but what a route may rely on. */
final class FolderEdge implements Processor {
    @Override
    public void process(Exchange exchange) {
        Message file = exchange.getMessage();
        String name = file.getHeader(Exchange.FILE_NAME_ONLY, String.class);
        Long modified = file.getHeader(Exchange.FILE_LAST_MODIFIED, Long.class);
        Long size = file.getHeader(Exchange.FILE_LENGTH, Long.class);
        Edge.mark(exchange, exchange.getProperty(Edge.PARTNER, String.class), name);
        Edge.markRemote(exchange, modified, size);
    }
}
