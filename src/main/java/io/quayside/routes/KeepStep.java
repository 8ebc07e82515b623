package io.quayside.routes;

import io.quayside.inbox.Drop;
import io.quayside.inbox.Keeping;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** What stands behind the kamelet keep: hands the body's bytes to {@link Keeping}. */
final class KeepStep implements Processor {
    /** The value of the kamelet's parameter partner that means: whoever the feed belongs to. */
    private static final String OF_THE_FEED = "-";

    private final Keeping keeping;

    KeepStep(Keeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public void process(Exchange exchange) throws IOException, InvalidPayloadException {
        Message message = exchange.getMessage();
        Drop drop = new Drop(
                partner(exchange),
                exchange.getProperty("QuaysideMapping", String.class),
                message.getHeader(Exchange.FILE_NAME, "", String.class),
                Optional.ofNullable(message.getHeader(Exchange.FILE_LAST_MODIFIED, Long.class))
                        .map(Instant::ofEpochMilli),
                Optional.ofNullable(message.getHeader(Exchange.FILE_LENGTH, Long.class)));
        try (InputStream bytes = message.getMandatoryBody(InputStream.class)) {
            Edge.kept(exchange, keeping.keep(bytes, drop));
        }
    }

    private static String partner(Exchange exchange) {
        String given = exchange.getProperty("QuaysideKeepFor", OF_THE_FEED, String.class);
        return OF_THE_FEED.equals(given) ? exchange.getProperty(Edge.PARTNER, "", String.class) : given;
    }
}
