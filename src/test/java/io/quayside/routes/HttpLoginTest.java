package io.quayside.routes;

import static io.quayside.routes.StubApi.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks, and that nobody else hears of it. */
@Timeout(120)
class HttpLoginTest extends HttpFeeds {
    @Test
    void aTokenIsAskedForOnceAndAgainWhenItIsRefused() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        AtomicInteger good = new AtomicInteger();
        api.on("/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = form.equals("grant_type=client_credentials&scope=stock+read")
                    && ("Basic " + Login.base64("we", "s%26cret"))
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            send(
                    exchange,
                    known ? 200 : 401,
                    "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}");
        });
        api.on("/stock", exchange -> {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            boolean valid = token.equals("Bearer t1") && good.get() < 2 || token.equals("Bearer t2");
            send(exchange, valid ? 200 : 401, valid ? "[" + good.incrementAndGet() + "]" : "");
        });
        start("auth: oauth2, tokenUrl: \"" + api.url()
                + "/token\", clientId: we, clientSecret: \"s&cret\", scope: \"stock read\"");

        await().until(() -> documents().size() >= 4);

        assertThat(tokens.get()).isEqualTo(2);
        assertThat(trouble()).isEmpty();
    }

    @Test
    void eachKindOfLoginSaysWhoAsksAndNoneIsEverShown() throws Exception {
        for (String path : List.of("/bearer", "/basic", "/header")) {
            api.on(path, exchange -> {
                String all = exchange.getRequestHeaders().get("Authorization") + " "
                        + exchange.getRequestHeaders().get("X-Key");
                send(exchange, all.contains("s3cr3t") || all.contains(Login.base64("me", "s3cr3t&+%")) ? 403 : 500, "");
            });
        }
        start(
                route("bearer", "/bearer", "auth: bearer, token: s3cr3t"),
                route("basic", "/basic", "auth: basic, username: me, password: \"s3cr3t&+%\""),
                route("header", "/header", "auth: header, header: X-Key, token: s3cr3t"));

        await().until(() -> List.of("acme-bearer", "acme-basic", "acme-header").stream()
                .allMatch(r -> trouble(r).filter(t -> t.contains("answers 403")).isPresent()));

        assertThat(logged.list).noneMatch(event -> event.getFormattedMessage().contains("s3cr3t"));
    }

    @Test
    void credentialsDoNotLeaveTheHostTheyAreFor() throws Exception {
        try (StubApi stranger = new StubApi()) {
            stranger.on("/stock", "[1]");
            api.on("/away", exchange -> send(exchange, 302, "", "Location", stranger.url() + "/stock"))
                    .on("/next", "{\"next\":\"" + stranger.url() + "/stock\"}")
                    .on("/moved", exchange -> send(exchange, 307, "", "Location", "here"))
                    .on("/here", "[7]", "CamelFileName", "../../evil", "camelHttpUri", "http://127.0.0.1:1/");
            start(
                    route("away", "/away", "auth: bearer, token: t"),
                    route("next", "/next", "auth: bearer, token: t, pages: \"json:next\""),
                    route("moved", "/moved", "auth: bearer, token: t"));

            await().until(() -> trouble("acme-away").isPresent()
                    && trouble("acme-next").isPresent()
                    && !documents().isEmpty());

            assertThat(trouble("acme-away").get()).contains("sends to another host");
            assertThat(trouble("acme-next").get()).contains("next page on another host");
            assertThat(stranger.asked).isEmpty();
            assertThat(documents()).allMatch(("acme acme/moved " + sha256("[7]"))::equals);
            assertThat(names()).allMatch(name -> name.startsWith("acme-moved-"));
        }
    }
}
