package io.quayside.routes;

import java.util.regex.Pattern;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A partner's inbox as far as its names match. Files only come out of it. */
final class InboxEndpoint extends DefaultEndpoint {
    private final Inboxes inboxes;
    private final String partner;
    private final Pattern include;

    InboxEndpoint(String uri, InboxComponent component, String partner, String include) {
        super(uri, component);
        this.inboxes = component.inboxes();
        this.partner = partner;
        this.include = Pattern.compile(include);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new InboxConsumer(this, processor);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("an inbox is only read: write to the partner's outbox instead");
    }

    Inboxes inboxes() {
        return inboxes;
    }

    String partner() {
        return partner;
    }

    Pattern include() {
        return include;
    }
}
