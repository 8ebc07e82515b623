package io.quayside.routes;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** An API of a partner's that is asked for documents. */
final class FetchEndpoint extends DefaultEndpoint {
    private final FetchComponent component;
    private final FetchRule rule;

    FetchEndpoint(String uri, FetchComponent component, FetchRule rule) {
        super(uri, component);
        this.component = component;
        this.rule = rule;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new FetchConsumer(this, processor, component);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("this asks for documents only: send with kamelet:send-http");
    }

    FetchRule rule() {
        return rule;
    }
}
