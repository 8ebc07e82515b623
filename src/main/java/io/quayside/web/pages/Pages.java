package io.quayside.web.pages;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quayside.store.Refusal;
import io.quayside.web.Answer;
import io.quayside.web.Problems;
import io.quayside.web.Routing;
import io.quayside.web.Sending;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The pages for people: everything on the API's port that is not the API. Written on the server, without any script, so
 * that they work in every browser and the browser may be told to run none. Reads and forms run on worker threads of their
 * own: pages still come when the API is busy.
 */
public final class Pages implements Handler<HttpServerRequest> {
    private static final int WORKERS = 8;
    private static final int LARGEST_FORM = 64 << 10;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final WorkerExecutor workers;
    private final Routing<Place> routing = new Routing<>();
    private final Sessions sessions;
    private final Look look;

    /** {@code sources} is what they show and act on. */
    public Pages(Vertx vertx, Sources sources) {
        this.workers = vertx.createSharedWorkerExecutor("pages", WORKERS, 1, TimeUnit.MINUTES);
        this.sessions = new Sessions(sources.database());
        this.look = new Look(sources.merchant().zone());
        List.of(
                        new LoginPage(sources.keys(), sessions, look),
                        new TodayPage(sources, look),
                        new DocumentsPage(sources, look),
                        new DocumentPage(sources, look),
                        new BackordersPage(sources, look),
                        new StaticFiles())
                .forEach(part -> part.addTo(routing));
    }

    @Override
    public void handle(HttpServerRequest http) {
        HEADERS.forEach(http.response()::putHeader);
        body(http)
                .compose(form -> workers.executeBlocking(
                        () -> {
                            Sending.send(http.response(), answer(http, form));
                            return null;
                        },
                        false))
                .onFailure(e -> http.connection().close());
    }

    /** A form's body; nothing else is read. */
    private static Future<Buffer> body(HttpServerRequest http) {
        if (http.getHeader("Transfer-Encoding") != null || declared(http) > LARGEST_FORM) {
            // What is left of it is not worth reading: the answer says no, and the connection ends with it.
            http.response().putHeader("Connection", "close");
            return Future.succeededFuture(Buffer.buffer());
        }
        return http.body();
    }

    private static long declared(HttpServerRequest http) {
        String length = http.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    private Answer answer(HttpServerRequest http, Buffer body) {
        String token = Cookie.of(http).orElse("");
        Optional<Session> session = Optional.empty();
        try {
            session = sessions.find(token);
            return answer(http, body, token, session);
        } catch (RuntimeException e) {
            RuntimeException told = e instanceof IllegalArgumentException
                    ? new Refusal(Refusal.Kind.INVALID, "The address is not percent-encoded UTF-8.")
                    : e;
            return look.problem(Problems.of(told, http.method() + " " + http.path()), token, session);
        }
    }

    private Answer answer(HttpServerRequest http, Buffer body, String token, Optional<Session> session) {
        String method =
                http.method().name().equals("HEAD") ? "GET" : http.method().name();
        Routing.Match<Place> match = routing.find(method, http.path()).orElseThrow(() -> missing(http));
        Visit visit = new Visit(
                match.path(),
                first(new QueryStringDecoder(http.uri())),
                first(new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false)),
                token,
                session,
                Client.of(http));
        Place place = match.target();
        if (place.access() != Place.Access.ANYBODY && session.isEmpty()) {
            return LoginPage.first(http);
        }
        if (method.equals("POST")) {
            FormToken.check(visit);
        }
        if (place.access() == Place.Access.ACTOR && !session.orElseThrow().mayAct()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "A key of scope read sees everything and changes nothing. Sign in with a key of scope operator or admin.");
        }
        return place.view().show(visit);
    }

    private Refusal missing(HttpServerRequest http) {
        return routing.methods(http.path()).isEmpty()
                ? new Refusal(
                        Refusal.Kind.UNKNOWN, "There is no page here. The pages are Today, Documents and Backorders.")
                : new Refusal(
                        Refusal.Kind.WRONG_METHOD, "This address does something only when its button is pressed.");
    }

    private static Map<String, String> first(QueryStringDecoder text) {
        Map<String, String> first = new HashMap<>();
        text.parameters().forEach((name, values) -> {
            if (values.get(0).indexOf('\0') >= 0) {
                throw new Refusal(Refusal.Kind.INVALID, "Leave out the character U+0000.");
            }
            first.put(name, values.get(0).strip());
        });
        return first;
    }
}
