package io.quayside.routes;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultProducer;

/** Puts the body into a site under the name in the header CamelFileName; a connection for each. Throws what went wrong. */
final class SiteProducer extends DefaultProducer {
    private final SiteEndpoint endpoint;

    SiteProducer(SiteEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) throws IOException, InvalidPayloadException {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME, "", String.class);
        if (!FileName.isClean(name)) {
            throw new SiteFailure("cannot send a file called \"" + name
                    + "\": set the header CamelFileName to a name without folders");
        }
        try (Site site = endpoint.open();
                InputStream bytes = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            site.put(name, bytes);
        }
    }
}
