package io.quayside.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * OAuth2 client credentials: a token is asked for when one is needed, used until shortly before it ends, and asked for anew
 * when the other side refuses it. For one feed, whose polls come one after the other.
 */
final class ClientLogin implements Login {
    private static final Duration USUAL = Duration.ofMinutes(5);
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final int LONGEST = 1 << 20;

    /**
     * Who asks, and where.
     *
     * @param inTheBody whether the secret goes with the form instead of a header, for servers that want it so
     */
    record Client(WebAddress tokenUrl, String id, String secret, String scope, boolean inTheBody) {}

    private final Client client;
    private Optional<String> token = Optional.empty();
    private boolean fresh;
    private long until;

    ClientLogin(Client client) {
        this.client = client;
    }

    @Override
    public Map<String, String> headers(HttpCalls calls) throws FetchFailure {
        fresh = token.isEmpty() || System.nanoTime() - until > 0;
        if (fresh) {
            calls.call(ask(), this::take);
        }
        return Map.of("Authorization", "Bearer " + token.orElseThrow());
    }

    @Override
    public boolean refused() {
        token = Optional.empty();
        return !fresh;
    }

    private HttpAsk ask() {
        StringBuilder form = new StringBuilder("grant_type=client_credentials");
        if (!client.scope().isBlank()) {
            form.append("&scope=").append(encoded(client.scope()));
        }
        if (client.inTheBody()) {
            form.append("&client_id=").append(encoded(client.id()));
            form.append("&client_secret=").append(encoded(client.secret()));
            return new HttpAsk(client.tokenUrl(), Map.of("Accept", "application/json"), Optional.of(form.toString()));
        }
        String basic = Login.base64(encoded(client.id()), encoded(client.secret()));
        return new HttpAsk(
                client.tokenUrl(),
                Map.of("Accept", "application/json", "Authorization", "Basic " + basic),
                Optional.of(form.toString()));
    }

    private Optional<String> take(HttpAnswer answer) throws IOException, FetchFailure {
        if (!answer.isGood()) {
            throw failure("answers " + answer.status() + ": check clientId and clientSecret");
        }
        JsonNode said;
        try {
            said = new ObjectMapper().readTree(answer.body().readNBytes(LONGEST));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw failure("answers something that is no JSON");
        }
        token = Optional.ofNullable(said.path("access_token").textValue()).filter(t -> t.matches("[\\x21-\\x7e]+"));
        if (token.isEmpty()) {
            throw failure("answers without an access_token");
        }
        Duration lasts = said.path("expires_in").asLong() > 0
                ? Duration.ofSeconds(Math.min(said.path("expires_in").asLong(), 86_400))
                : USUAL;
        Duration margin = lasts.compareTo(MARGIN.multipliedBy(4)) > 0 ? MARGIN : lasts.dividedBy(4);
        until = System.nanoTime() + lasts.minus(margin).toNanos();
        return token;
    }

    private FetchFailure failure(String what) {
        return new FetchFailure("the token endpoint " + client.tokenUrl().shown() + " " + what);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
