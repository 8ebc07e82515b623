package io.quayside.outbox;

import io.quayside.store.Json;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Somebody's endpoint on a loopback port: keeps what it gets and answers as the test says. */
final class TestEndpoint implements AutoCloseable {
    record Got(Map<String, List<String>> headers, String body) {
        String id() {
            return headers.get("webhook-id").get(0);
        }

        String type() {
            return Json.tree(body).get("type").asText();
        }

        long sequence() {
            return Json.tree(body).at("/data/sequence").asLong();
        }

        String sku() {
            return Json.tree(body).at("/data/sku").asText();
        }
    }

    final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<HttpServerRequest, Got> answer =
            (request, got) -> request.response().setStatusCode(204).end();
    private final HttpServer server;

    TestEndpoint(Vertx vertx) {
        this(vertx, 0);
    }

    TestEndpoint(Vertx vertx, int port) {
        this.server = vertx.createHttpServer()
                .requestHandler(this::take)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            Got one = new Got(
                    request.headers().names().stream()
                            .collect(Collectors.toMap(
                                    name -> name.toLowerCase(java.util.Locale.ROOT),
                                    name -> request.headers().getAll(name),
                                    (a, b) -> a)),
                    body.toString());
            got.add(one);
            answer.accept(request, one);
        });
    }

    void answers(int status) {
        answers((request, got) -> request.response().setStatusCode(status).end());
    }

    void answers(BiConsumer<HttpServerRequest, Got> how) {
        answer = how;
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/hook?shop=1";
    }

    int port() {
        return server.actualPort();
    }

    List<String> ids() {
        return got.stream().map(Got::id).toList();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
