package io.quayside.routes;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what went wrong in a route in one line of the log, without a stack trace: it is tried again anyway. The same line
 * comes at most once a minute.
 */
final class OneLine implements ExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger("io.quayside.routes");

    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int MOST_LINES = 100;

    private final Map<String, Instant> said = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_LINES;
        }
    });

    /** The innermost sentence that says something; one of ours says more than what caused it. */
    static String of(Throwable thrown) {
        String sentence = thrown.toString();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SiteFailure) {
                sentence = t.getMessage();
                break;
            }
            if (t instanceof FileSystemException file && file.getReason() == null) {
                sentence = reason(file) + file.getFile();
            } else if (t.getMessage() != null) {
                sentence = t.getMessage();
            }
        }
        return sentence.lines().findFirst().orElse(sentence);
    }

    /** Java's own messages of these are the bare path. */
    private static String reason(FileSystemException file) {
        if (file instanceof NoSuchFileException) {
            return "there is no such file or folder: ";
        }
        return file instanceof AccessDeniedException ? "may not be read or written: " : "cannot be used: ";
    }

    @Override
    public void handleException(Throwable exception) {
        handleException("a route failed", exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        handleException(exchange == null ? message : exchange.getFromRouteId() + ": " + message, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        String line = message + ": " + of(exception);
        Instant now = Instant.now();
        Instant before = said.put(line, now);
        if (before == null || before.plus(AGAIN).isBefore(now)) {
            log.warn("{}; it is tried again", line);
        } else {
            said.put(line, before);
        }
    }
}
