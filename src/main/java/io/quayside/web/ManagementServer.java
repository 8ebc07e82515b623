package io.quayside.web;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Sql;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/**
 * {@code /observe/health} and {@code /observe/metrics} on a port of their own, without a key: keep it inside. Health is 503
 * where the database does not answer; late feeds and waiting deliveries only show in the metrics, a restart mends neither.
 */
public final class ManagementServer implements AutoCloseable {
    private static final String DOCUMENTS = "quayside.documents";
    private static final String DOCUMENTS_OUT = "quayside.documents.out";
    private static final String DELIVERIES = "quayside.deliveries";

    private final Vertx vertx;
    private final Database database;
    private final PrometheusMeterRegistry metrics;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<String, MultiGauge> backlog;
    private HttpServer server;

    public ManagementServer(Vertx vertx, Database database, PrometheusMeterRegistry metrics) {
        this.vertx = vertx;
        this.database = database;
        this.metrics = metrics;
        Stream.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        collections,
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(metrics));
        this.backlog = Stream.of(DOCUMENTS, DOCUMENTS_OUT, DELIVERIES)
                .collect(Collectors.toMap(name -> name, name -> MultiGauge.builder(name)
                        .description("What waits, by status")
                        .register(metrics)));
    }

    private record Waiting(String metric, String status, long count) {}

    /** Opens the port (0 takes any free one) on this address and answers its number; throws when the port is taken. */
    public int start(String host, int port) {
        HttpServerOptions options = new HttpServerOptions().setHost(host).setPort(port);
        server = ApiServer.listen(vertx.createHttpServer(options).requestHandler(this::handle), port);
        return server.actualPort();
    }

    private void handle(HttpServerRequest http) {
        switch (http.path()) {
            case "/observe/health" ->
                vertx.executeBlocking(this::databaseAnswers, false)
                        .otherwise(false)
                        .onSuccess(up -> http.response()
                                .setStatusCode(up ? 200 : 503)
                                .putHeader("Content-Type", "application/json")
                                .end(health(up)));
            case "/observe/metrics" ->
                vertx.executeBlocking(this::scrape, false)
                        .onSuccess(text -> http.response()
                                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                                .end(text))
                        .onFailure(e -> http.response().setStatusCode(503).end());
            default -> http.response().setStatusCode(404).end("see /observe/health and /observe/metrics\n");
        }
    }

    private static String health(boolean up) {
        String word = up ? "UP" : "DOWN";
        return Json.write(Map.of("status", word, "checks", Map.of("database", word)));
    }

    private boolean databaseAnswers() {
        try {
            return database.read(handle ->
                    handle.createQuery("select true").mapTo(Boolean.class).one());
        } catch (JdbiException e) {
            return false;
        }
    }

    private String scrape() {
        List<Waiting> waiting = database.read(handle -> handle.createQuery(Sql.named("web/backlog"))
                .map((row, context) ->
                        new Waiting(row.getString("metric"), row.getString("status"), row.getLong("waiting")))
                .list());
        backlog.forEach((name, gauge) -> gauge.register(
                waiting.stream()
                        .filter(row -> row.metric().equals(name))
                        .map(row -> MultiGauge.Row.of(Tags.of("status", row.status()), row.count()))
                        .collect(Collectors.toList()),
                true));
        return metrics.scrape();
    }

    @Override
    public void close() {
        collections.close();
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
