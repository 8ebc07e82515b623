package io.quayside.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.quayside.store.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The API over HTTP, and the pages beside it. The event loop reads and writes; calls run on a pool of worker threads and may block there. Bodies
 * are taken in whole before a worker is asked, so slow clients hold no thread and no connection of the database.
 */
public final class ApiServer implements AutoCloseable {
    private static final int WORKERS = 16;
    /** Longest silence on a connection in seconds: above the longest bulk call. */
    private static final int IDLE = 600;

    private static final long HOUR = 3_600_000;

    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final Routing<Exchange.Described> routing = new Routing<>();
    private final ApiKeys keys;
    private final Idempotency once;
    private final MeterRegistry metrics;
    private final Handler<HttpServerRequest> pages;
    private HttpServer server;
    private long forgetting;

    /**
     * {@code calls} must all be described in openapi.yaml; one that is not is a programming error and throws.
     *
     * @param pages answers what is not the API's
     */
    public ApiServer(
            Vertx vertx,
            List<Call> calls,
            ApiKeys keys,
            Idempotency once,
            MeterRegistry metrics,
            Handler<HttpServerRequest> pages) {
        Description description = Description.load();
        List<Call> all = new ArrayList<>(calls);
        all.add(new Call("GET", "/openapi.yaml", List.of(Call.ANYBODY), request -> yaml(description)));
        this.vertx = vertx;
        this.workers = vertx.createSharedWorkerExecutor("api", WORKERS, IDLE, TimeUnit.SECONDS);
        all.forEach(
                call -> routing.add(call.method(), call.path(), new Exchange.Described(call, description.of(call))));
        this.keys = keys;
        this.once = once;
        this.metrics = metrics;
        this.pages = pages;
    }

    /**
     * Opens the port (0 takes any free one) and answers its number; throws when the port is taken.
     *
     * @param host address to listen on: 0.0.0.0 for all
     */
    public int start(String host, int port) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setHandle100ContinueAutomatically(true)
                .setTcpNoDelay(true)
                // In HTTP/1.1 a body says how it is measured before it comes; Spool relies on that.
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(IDLE);
        server = listen(vertx.createHttpServer(options).requestHandler(this::begin), port);
        forgetting = vertx.setPeriodic(HOUR, timer -> workers.executeBlocking(this::forget, false));
        return server.actualPort();
    }

    private void begin(HttpServerRequest http) {
        String path = http.path();
        if (path != null && (path.startsWith("/v1") || path.equals("/openapi.yaml"))) {
            new Exchange(vertx, workers, routing, keys, once, metrics).begin(http);
        } else {
            pages.handle(http);
        }
    }

    private Void forget() {
        once.forget();
        return null;
    }

    /** Opens a server's port or says why it cannot, in one sentence. */
    static HttpServer listen(HttpServer server, int port) {
        try {
            return server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "cannot open HTTP port " + port + ": " + e.getCause().getMessage()
                            + "; stop what uses it, or choose another with --http or --management");
        } catch (TimeoutException e) {
            throw new IllegalStateException("cannot open HTTP port " + port + " within 10 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while HTTP port " + port + " was opened", e);
        }
    }

    private static Answer yaml(Description description) {
        return new Answer(200, description.yaml(), Map.of("Content-Type", "application/yaml"));
    }

    @Override
    public void close() {
        if (server != null) {
            vertx.cancelTimer(forgetting);
            server.close().toCompletionStage().toCompletableFuture().join();
        }
        workers.close().toCompletionStage().toCompletableFuture().join();
    }
}
