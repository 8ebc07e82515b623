package io.quayside.routes;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A folder of a partner's: files are taken out of it or put into it. */
final class SiteEndpoint extends DefaultEndpoint {
    private final SiteComponent component;
    private final SiteAddress address;
    private final FeedRule rule;
    private final Duration timeout;

    /** {@code timeout}: how long the other side may let us wait. */
    SiteEndpoint(String uri, SiteComponent component, SiteAddress address, FeedRule rule, Duration timeout) {
        super(uri, component);
        this.component = component;
        this.address = address;
        this.rule = rule;
        this.timeout = timeout;
    }

    /** Connects; blocks for as long as the time-outs allow. */
    Site open() throws SiteFailure {
        SiteAddress whole = component.whole(rule.partner(), address);
        return switch (whole.kind()) {
            case SFTP -> SftpSite.open(whole, getCamelContext(), patience(whole));
            case FTPS -> FtpsSite.open(whole, getCamelContext(), patience(whole));
            case FOLDER -> new FolderSite(Path.of(whole.folder()));
        };
    }

    private Patience.Wait patience(SiteAddress whole) {
        return component.patience().with(whole.server(), timeout);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new SiteConsumer(this, processor);
    }

    @Override
    public Producer createProducer() {
        return new SiteProducer(this);
    }

    SiteAddress address() {
        return address;
    }

    FeedRule rule() {
        return rule;
    }

    SiteComponent component() {
        return component;
    }
}
