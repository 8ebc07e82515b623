package io.quayside.routes;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Failures go back to where the file came from, which says them in one line and tries again: Camel itself stays quiet. */
final class QuietErrors extends MainListenerSupport {
    @Override
    public void beforeConfigure(BaseMainSupport main) {
        CamelContext camel = main.getCamelContext();
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerBuilder());
    }
}
