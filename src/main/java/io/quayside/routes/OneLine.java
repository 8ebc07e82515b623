package io.quayside.routes;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what went wrong in a route in one line of the log, without a stack trace: it is tried again anyway. */
final class OneLine implements ExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger("io.quayside.routes");

    /** The innermost sentence that says something. */
    static String of(Throwable thrown) {
        String sentence = thrown.toString();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t.getMessage() != null) {
                sentence = t.getMessage();
            }
        }
        return sentence.lines().findFirst().orElse(sentence);
    }

    @Override
    public void handleException(Throwable exception) {
        log.warn("{}", of(exception));
    }

    @Override
    public void handleException(String message, Throwable exception) {
        log.warn("{}: {}", message, of(exception));
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        log.warn("{}: {}", message, of(exception));
    }
}
