package io.quayside.routes;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** The Camel component {@code fetch:}: what stands behind the kamelet feed-http, where its parameters are explained. */
final class FetchComponent extends DefaultComponent {
    private static final String OFF = "off";

    /** What runs feeds; not needed where routes are only checked. */
    record Running(Polls polls, Troubles troubles, FetchMemory memory) {}

    private final Optional<Running> running;
    private final RouteSecrets secrets;

    FetchComponent(Optional<Running> running, RouteSecrets secrets) {
        this.running = running;
        this.secrets = secrets;
    }

    Running running() {
        return running.orElseThrow(() -> new IllegalStateException("routes that are only checked do not run"));
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        Given given = new Given(parameters);
        String url = given.text("url");
        FetchRule rule = new FetchRule(
                given.text("route"),
                given.text("partner"),
                url.startsWith(OFF) ? Optional.empty() : Optional.of(address("url", url)),
                Rhythm.of(given.text("every"), given.text("cron"), given.text("zone")),
                login(given),
                new FetchRule.Asking(
                        PageRule.of(given.text("pages")),
                        given.optional("since"),
                        OkRule.of(given.text("ok")),
                        given.text("accept")));
        return new FetchEndpoint(uri, this, rule);
    }

    private static Login login(Given given) {
        Optional<String> username = given.optional("username");
        Optional<String> password = given.secret("password");
        Optional<String> token = given.secret("token");
        Optional<String> tokenUrl = given.optional("tokenUrl");
        Optional<String> clientId = given.optional("clientId");
        Optional<String> clientSecret = given.secret("clientSecret");
        String scope = given.text("scope");
        boolean inTheBody = given.text("clientAuth").equals("body");
        String header = given.text("header");
        String auth = given.text("auth");
        return switch (auth) {
            case "none" -> Login.none();
            case "bearer" -> Login.bearer(need("token", token));
            case "basic" -> Login.basic(need("username", username), need("password", password));
            case "header" -> Login.header(header, need("token", token));
            case "oauth2" ->
                new ClientLogin(new ClientLogin.Client(
                        address("tokenUrl", need("tokenUrl", tokenUrl)),
                        need("clientId", clientId),
                        need("clientSecret", clientSecret),
                        scope,
                        inTheBody));
            default ->
                throw new IllegalArgumentException(
                        "auth: write none, bearer, basic, header or oauth2, not " + Secrets.hidden(auth));
        };
    }

    private static String need(String name, Optional<String> value) {
        return value.orElseThrow(
                () -> new IllegalArgumentException("auth needs " + name + ": write it under parameters"));
    }

    private static WebAddress address(String name, String text) {
        try {
            return WebAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage());
        }
    }

    /** What the endpoint was given; an empty text is nothing. */
    private final class Given {
        private final Map<String, Object> parameters;

        Given(Map<String, Object> parameters) {
            this.parameters = parameters;
        }

        String text(String name) {
            return optional(name).orElse("");
        }

        Optional<String> optional(String name) {
            return Optional.ofNullable(parameters.remove(name))
                    .map(value -> value.toString().strip())
                    .filter(text -> !text.isEmpty());
        }

        Optional<String> secret(String name) {
            return optional(name).map(text -> secrets.reveal(text, getCamelContext()));
        }
    }
}
