package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
    private final Database database = TestDatabase.create();
    private final Vertx vertx = Vertx.vertx();
    private final ManagementServer server =
            new ManagementServer(vertx, database, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    private final int port = server.start("127.0.0.1", 0);

    @AfterEach
    void stop() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        database.close();
    }

    @Test
    void healthIsThatOfTheDatabase() throws Exception {
        HttpResponse<String> up = get("/observe/health");
        assertThat(up.statusCode()).isEqualTo(200);
        assertThat(up.body()).contains("\"status\":\"UP\"");

        database.close();

        HttpResponse<String> down = get("/observe/health");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).contains("\"status\":\"DOWN\"");
    }

    @Test
    void metricsShowWhatWaits() throws Exception {
        database.transact(h -> h.execute("insert into document (partner, mapping, name, sha256, size)"
                + " values ('north', 'north/a', 'a.csv', '\\x00', 1)"));

        assertThat(get("/observe/metrics").body())
                .contains("quayside_documents{status=\"kept\"} 1.0")
                .contains("jvm_memory_used_bytes");

        database.transact(h -> h.execute("update document set status = 'ignored', ended_at = now()"));

        assertThat(get("/observe/metrics").body()).doesNotContain("quayside_documents{");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
