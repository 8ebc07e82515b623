package io.quayside.routes;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A feed: polls a site in its rhythm and gives complete files to the route, one by one, oldest first. Connects for a poll
 * only, never at start. What fails is said once, shown as the route's trouble, and tried again later and later.
 */
final class SiteConsumer extends DefaultConsumer implements Polls.Feed {
    private static final Logger log = LoggerFactory.getLogger(SiteConsumer.class);

    private final SiteEndpoint endpoint;
    private final FeedPoll poll;
    private final String route;
    private int failures;
    private volatile boolean troubled;
    private AutoCloseable polling;

    SiteConsumer(SiteEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.route = endpoint.rule().route();
        this.poll = new FeedPoll(endpoint, this::take, this::isRunAllowed);
    }

    @Override
    public boolean isTroubled() {
        return troubled;
    }

    @Override
    public Duration poll() {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        if (!isRunAllowed()) {
            return endpoint.rule().rhythm().wait(now);
        }
        try {
            FeedPoll.Polled polled = poll.poll();
            failures = 0;
            troubled = false;
            say(polled.trouble());
            return polled.more() ? Duration.ZERO : endpoint.rule().rhythm().wait(ZonedDateTime.now(ZoneOffset.UTC));
        } catch (SiteFailure e) {
            return failed(e.getMessage());
        } catch (RuntimeException e) {
            log.error("{} failed", route, e);
            return failed("the gateway's log says what went wrong: " + OneLine.of(e));
        }
    }

    private Duration failed(String sentence) {
        if (isRunAllowed()) {
            failures++;
            troubled = true;
            say(Optional.of(sentence));
        }
        return endpoint.rule().rhythm().waitAfter(failures, ZonedDateTime.now(ZoneOffset.UTC));
    }

    private void say(Optional<String> trouble) {
        trouble.ifPresentOrElse(
                sentence -> running().troubles().failed(route, endpoint.rule().partner(), sentence),
                () -> running().troubles().well(route));
    }

    /** Runs the route on one file; answers whether a step of it kept the file. */
    private FeedPoll.Taken take(Site.Entry file, RemoteBytes bytes) {
        Exchange exchange = createExchange(false);
        Exception failure;
        boolean kept;
        try {
            exchange.getMessage().setBody(bytes);
            Edge.mark(exchange, endpoint.rule().partner(), file.name());
            Edge.markRemote(exchange, file.modified(), file.size());
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        } finally {
            failure = exchange.getException();
            kept = Edge.isKept(exchange);
            releaseExchange(exchange, false);
        }
        return new FeedPoll.Taken(kept, Optional.ofNullable(failure));
    }

    private SiteComponent.Running running() {
        return endpoint.component().running();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        troubled = endpoint.address().kind() != SiteAddress.Kind.FOLDER
                && running().troubles().of(route).isPresent();
        endpoint.component().reads(endpoint.rule().partner(), endpoint.address());
        polling = running().polls().start(this);
    }

    @Override
    protected void doStop() throws Exception {
        if (polling != null) {
            polling.close();
            endpoint.component().readsNoMore(endpoint.rule().partner(), endpoint.address());
        }
        super.doStop();
    }
}
