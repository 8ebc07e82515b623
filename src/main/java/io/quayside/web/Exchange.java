package io.quayside.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quayside.store.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One request, from its first line to the end of its answer: find the call, check the key, take in the body, run, answer.
 * Each step hands over to the next between event loop and worker; the first that refuses gives the answer.
 */
final class Exchange {
    /** Status in the metrics of calls whose client went away before the body had come. */
    private static final int CLIENT_GONE = 499;

    /** A call and what openapi.yaml says about it. */
    record Described(Call call, Operation operation) {}

    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final Routing<Described> routing;
    private final ApiKeys keys;
    private final Idempotency once;
    private final MeterRegistry metrics;
    private final Timer.Sample started;

    Exchange(
            Vertx vertx,
            WorkerExecutor workers,
            Routing<Described> routing,
            ApiKeys keys,
            Idempotency once,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.workers = workers;
        this.routing = routing;
        this.keys = keys;
        this.once = once;
        this.metrics = metrics;
        this.started = Timer.start(metrics);
    }

    /** On the event loop. */
    void begin(HttpServerRequest http) {
        http.pause();
        Routing.Match<Described> match;
        Parameters query;
        String mediaType;
        try {
            match = match(http);
            query = query(http, match.target().operation());
            mediaType = match.target().operation().mediaType(http.getHeader("Content-Type"));
        } catch (IllegalArgumentException e) {
            refuse(http, new Refusal(Refusal.Kind.INVALID, "the path or query is not percent-encoded UTF-8"));
            return;
        } catch (RuntimeException e) {
            refuse(http, e);
            return;
        }
        workers.executeBlocking(() -> principal(http, match.target().call()), false)
                .compose(principal -> new Spool(vertx, http, Operation.largest(mediaType))
                        .take()
                        .compose(body -> workers.executeBlocking(
                                () -> run(
                                        match,
                                        new Request(principal, match.path(), query, mediaType, body),
                                        body,
                                        http),
                                false)))
                .onSuccess(status -> count(match.target().call(), status))
                .onFailure(e -> count(match.target().call(), refuse(http, e)));
    }

    private Routing.Match<Described> match(HttpServerRequest http) {
        String method = http.method().name();
        Routing.Match<Described> match = routing.find(method, http.path()).orElseThrow(() -> missing(http));
        match.path().forEach(Exchange::checkText);
        return match;
    }

    private Refusal missing(HttpServerRequest http) {
        Set<String> methods = routing.methods(http.path());
        if (methods.isEmpty()) {
            return new Refusal(Refusal.Kind.UNKNOWN, "there is nothing at " + http.path() + "; see /openapi.yaml");
        }
        http.response().putHeader("Allow", String.join(", ", methods));
        return new Refusal(
                Refusal.Kind.WRONG_METHOD,
                "this path has no " + http.method() + "; it has " + String.join(", ", methods));
    }

    private static Parameters query(HttpServerRequest http, Operation operation) {
        Map<String, List<String>> values = new QueryStringDecoder(http.uri()).parameters();
        operation.checkNames(values.keySet());
        values.forEach((name, all) -> all.forEach(value -> checkText(name, value)));
        return new Parameters(values);
    }

    private static void checkText(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw Parameters.wrong(name, "leave out the character U+0000");
        }
    }

    private Principal principal(HttpServerRequest http, Call call) {
        if (call.scopes().contains(Call.ANYBODY)) {
            return new Principal("", Call.ANYBODY);
        }
        String header = http.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new Refusal(Refusal.Kind.UNAUTHORIZED, "send your key as Authorization: Bearer KEY");
        }
        Principal principal = keys.find(header.substring(7).trim())
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNAUTHORIZED, "this key does not exist or is revoked"));
        if (!principal.isOneOf(call.scopes())) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "this call is not for keys of scope " + principal.scope());
        }
        return principal;
    }

    private int run(Routing.Match<Described> match, Request request, Spooled body, HttpServerRequest http) {
        try (body) {
            Answer answer = answer(match, request, http);
            Sending.send(http.response(), answer);
            return answer.status();
        }
    }

    private Answer answer(Routing.Match<Described> match, Request request, HttpServerRequest http) {
        String key = http.getHeader("Idempotency-Key");
        Call.Handler handler = match.target().call().handler();
        if (key == null || !match.target().operation().once()) {
            return handler.answer(request);
        }
        return once.answer(
                new Idempotency.Once(
                        key,
                        "POST " + http.uri(),
                        request,
                        match.target().operation().waits()),
                handler);
    }

    /** For what is refused before the call runs; what is left of the body is read and thrown away. */
    private static int refuse(HttpServerRequest http, Throwable e) {
        if (http.response().closed() && !http.isEnded()) {
            return CLIENT_GONE;
        }
        Answer answer = Problems.of(e, http.method() + " " + http.path());
        if (http.response().headWritten() || http.response().closed()) {
            return answer.status();
        }
        if (answer.status() == 401) {
            http.response().putHeader("WWW-Authenticate", "Bearer");
        }
        if (!http.isEnded()) {
            http.resume();
        }
        Sending.send(http.response(), answer);
        return answer.status();
    }

    private void count(Call call, int status) {
        started.stop(Timer.builder("quayside.http.calls")
                .tag("method", call.method())
                .tag("path", call.path())
                .tag("status", Integer.toString(status))
                .register(metrics));
    }
}
