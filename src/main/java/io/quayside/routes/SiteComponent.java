package io.quayside.routes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.util.TimeUtils;

/**
 * The Camel component {@code site:sftp}, {@code site:ftps} and {@code site:folder}: what stands behind the kamelets feed-sftp,
 * feed-ftps, feed-folder, send-sftp and send-ftps. Their parameters are explained there.
 */
final class SiteComponent extends DefaultComponent {
    /** What runs feeds; not needed where routes are only checked. */
    record Running(Polls polls, Troubles troubles) {}

    private record Place(SiteAddress.Kind kind, String partner) {}

    private final Optional<Running> running;
    private final RouteSecrets secrets;
    private final Path knownHosts;
    private final Patience patience = new Patience();
    private final Map<Place, SiteAddress> read = new ConcurrentHashMap<>();

    /** {@code knownHosts}: the host keys that count where a route names no others. */
    SiteComponent(Optional<Running> running, RouteSecrets secrets, Path knownHosts) {
        this.running = running;
        this.secrets = secrets;
        this.knownHosts = knownHosts;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        Given given = new Given(parameters);
        SiteAddress address = address(SiteAddress.Kind.valueOf(remaining.toUpperCase(Locale.ROOT)), given);
        FeedRule rule = new FeedRule(
                given.text("route"),
                given.text("partner"),
                Pattern.compile(given.text("include", ".*")),
                CompleteRule.of(given.text("complete", "stable:10s")),
                Rhythm.of(given.text("every", "60s"), given.text("cron"), given.text("zone", "UTC")),
                given.text("done", ".done"));
        Duration timeout = Duration.ofMillis(TimeUtils.toMilliSeconds(given.text("patience", "60s")));
        return new SiteEndpoint(uri, this, address, rule, timeout);
    }

    private SiteAddress address(SiteAddress.Kind kind, Given given) {
        String port = given.text("port");
        String folder = given.text("folder", ".");
        return new SiteAddress(
                kind,
                given.text("host"),
                port.isEmpty() ? kind.port() : Integer.parseInt(port),
                folder.length() > 1 && folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder,
                new SiteAddress.Login(
                        given.text("username"),
                        given.secret("password"),
                        given.optional("privateKey"),
                        given.secret("passphrase")),
                new SiteAddress.Trust(
                        given.optional("knownHosts").map(Path::of).orElse(knownHosts),
                        given.optional("hostKey"),
                        given.optional("certificate"),
                        given.text("implicit").equals("true")));
    }

    Running running() {
        return running.orElseThrow(() -> new IllegalStateException("routes that are only checked do not run"));
    }

    Patience patience() {
        return patience;
    }

    @Override
    protected void doStop() throws Exception {
        patience.close();
        super.doStop();
    }

    /** From now on what is sent to the partner without a host goes where it is read from. */
    void reads(String partner, SiteAddress address) {
        read.put(new Place(address.kind(), partner), address);
    }

    void readsNoMore(String partner, SiteAddress address) {
        read.remove(new Place(address.kind(), partner), address);
    }

    /** The address with its server, which may be that of the partner's feed. */
    SiteAddress whole(String partner, SiteAddress address) throws SiteFailure {
        if (!address.host().isEmpty() || address.kind() == SiteAddress.Kind.FOLDER) {
            return address;
        }
        SiteAddress feed = read.get(new Place(address.kind(), partner));
        if (feed == null) {
            throw new SiteFailure("it is not said where the server of " + partner
                    + " is: write host, username and password, or let a feed of the partner run that has them");
        }
        return feed.at(address.folder());
    }

    /** What the endpoint was given; an empty text is nothing. */
    private final class Given {
        private final Map<String, Object> parameters;

        Given(Map<String, Object> parameters) {
            this.parameters = parameters;
        }

        String text(String name) {
            return text(name, "");
        }

        String text(String name, String otherwise) {
            Object value = parameters.remove(name);
            return value == null || value.toString().isBlank()
                    ? otherwise
                    : value.toString().strip();
        }

        Optional<String> optional(String name) {
            return Optional.of(text(name)).filter(text -> !text.isEmpty());
        }

        Optional<String> secret(String name) {
            return optional(name).map(text -> secrets.reveal(text, getCamelContext()));
        }
    }
}
