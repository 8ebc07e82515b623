package io.quayside.routes;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A feed by HTTP: polls in its rhythm and gives all pages of a poll to the route as one file. What fails is said once,
 * shown as the route's trouble, and tried again later and later, or when the other side wants to be asked again.
 */
final class FetchConsumer extends DefaultConsumer implements Polls.Feed {
    private static final Logger log = LoggerFactory.getLogger(FetchConsumer.class);
    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Duration MOST_RETRY_AFTER = Duration.ofHours(1);

    private final FetchRule rule;
    private final FetchComponent component;
    private HttpCalls calls;
    private int failures;
    private volatile boolean troubled;
    private AutoCloseable polling;

    FetchConsumer(FetchEndpoint endpoint, Processor processor, FetchComponent component) {
        super(endpoint, processor);
        this.rule = endpoint.rule();
        this.component = component;
    }

    @Override
    public boolean isTroubled() {
        return troubled;
    }

    @Override
    public Duration poll() {
        if (!isRunAllowed()) {
            return rule.rhythm().wait(now());
        }
        try {
            Optional<String> trouble = look(rule.address().orElseThrow());
            failures = 0;
            troubled = false;
            trouble.ifPresentOrElse(
                    sentence -> running().troubles().failed(rule.route(), rule.partner(), sentence),
                    () -> running().troubles().well(rule.route()));
            return rule.rhythm().wait(now());
        } catch (FetchFailure e) {
            return failed(e.getMessage(), e.retryAfter());
        } catch (IOException | RuntimeException e) {
            if (isRunAllowed()) {
                log.error("{} failed", rule.route(), e);
            }
            return failed("the gateway's log says what went wrong: " + OneLine.of(e), Optional.empty());
        }
    }

    /** Polls once; what went wrong behind the API does not make the next poll wait longer. */
    private Optional<String> look(WebAddress address) throws FetchFailure, IOException {
        FetchMemory.Known known = running().memory().known(rule.route(), address);
        Optional<Fetched> found = new Fetch(rule, calls, known).run();
        if (found.isEmpty()) {
            running().memory().unchanged(rule.route());
            return Optional.empty();
        }
        try (Fetched fetched = found.get()) {
            if (known.rejected().isPresent() && known.rejected().get().equals(fetched.sha256())) {
                return Optional.empty();
            }
            Taken taken = take(fetched);
            taken.document().ifPresent(document -> running().memory().kept(rule.route(), address, fetched, document));
            return taken.trouble();
        }
    }

    private Duration failed(String sentence, Optional<Duration> retryAfter) {
        if (!isRunAllowed()) {
            return rule.rhythm().wait(now());
        }
        failures++;
        troubled = true;
        running().troubles().failed(rule.route(), rule.partner(), sentence);
        Duration wait = rule.rhythm().waitAfter(failures, now());
        Duration asked = retryAfter
                .map(after -> after.compareTo(MOST_RETRY_AFTER) < 0 ? after : MOST_RETRY_AFTER)
                .orElse(Duration.ZERO);
        return wait.compareTo(asked) > 0 ? wait : asked;
    }

    /** What became of a poll's file in the route. */
    private record Taken(OptionalLong document, Optional<String> trouble) {}

    private Taken take(Fetched fetched) {
        Exchange exchange = createExchange(false);
        Exception failure;
        OptionalLong document;
        try {
            exchange.getMessage().setBody(fetched.file().toFile());
            String name =
                    rule.route() + "-" + NAMED.format(fetched.moment().atZone(ZoneOffset.UTC)) + "." + fetched.ending();
            Edge.mark(exchange, rule.partner(), name);
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        } finally {
            failure = exchange.getException();
            document = Edge.kept(exchange);
            releaseExchange(exchange, false);
        }
        if (failure != null) {
            return new Taken(document, Optional.of("what came is not kept: " + OneLine.of(failure)));
        }
        return new Taken(
                document,
                document.isPresent()
                        ? Optional.empty()
                        : Optional.of("no step of the route kept what came: let the route end with kamelet:keep"));
    }

    private FetchComponent.Running running() {
        return component.running();
    }

    private static ZonedDateTime now() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (rule.address().isEmpty()) {
            log.info("{} is switched off: its url is off", rule.route());
            return;
        }
        calls = new HttpCalls(getEndpoint().getCamelContext());
        troubled = running().troubles().of(rule.route()).isPresent();
        polling = running().polls().start(this);
    }

    @Override
    protected void doStop() throws Exception {
        if (polling != null) {
            polling.close();
            calls.close();
        }
        super.doStop();
    }
}
