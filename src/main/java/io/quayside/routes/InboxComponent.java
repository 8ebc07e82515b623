package io.quayside.routes;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** The Camel component {@code inbox:PARTNER?include=REGEX}: what stands behind the kamelet feed-inbox. */
final class InboxComponent extends DefaultComponent {
    private final Inboxes inboxes;

    InboxComponent(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        String include = getAndRemoveParameter(parameters, "include", String.class, ".*");
        return new InboxEndpoint(uri, this, remaining, include);
    }

    Inboxes inboxes() {
        return inboxes;
    }
}
