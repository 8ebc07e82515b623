package io.quayside.web;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quayside.store.Database;
import io.quayside.store.Seal;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The API on a real port for a test, with an admin key. Every answer is held against openapi.yaml, and so is every
 * request that was answered with success; what does not fit fails the test.
 *
 * <pre>{@code
 * try (Database database = TestDatabase.create();
 *         TestApi api = TestApi.serving(database, new ItemCalls(…).calls())) {
 *     Reply reply = api.put("/v1/items/A", "{…}");
 *     assertThat(reply.status()).isEqualTo(200);
 * }
 * }</pre>
 */
public final class TestApi implements AutoCloseable {
    private static final OpenApiInteractionValidator OPENAPI =
            OpenApiInteractionValidator.createForInlineApiSpecification(description())
                    .build();
    private static final Seal SEAL = Seal.withKeyIn(temporary());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Vertx vertx;
    private final ApiServer server;
    private final String url;
    private final String key;

    private TestApi(Vertx vertx, ApiServer server, String url, String key) {
        this.vertx = vertx;
        this.server = server;
        this.url = url;
        this.key = key;
    }

    /** Serves these calls; closing it stops the server, not the database. */
    public static TestApi serving(Database database, List<Call> calls) {
        Vertx vertx = Vertx.vertx();
        ApiServer server = server(vertx, database, calls);
        String key = ApiKeys.fresh();
        new ApiKeys(database).setAdmin(key);
        return new TestApi(vertx, server, "http://127.0.0.1:" + server.start("127.0.0.1", 0), key);
    }

    static ApiServer server(Vertx vertx, Database database, List<Call> calls) {
        Idempotency once = new Idempotency(database, SEAL);
        return new ApiServer(
                vertx, calls, new ApiKeys(database), once, new SimpleMeterRegistry(), http -> http.response()
                        .setStatusCode(404)
                        .end());
    }

    /** The same server, called with another key. Only the first needs to be closed. */
    public TestApi as(String otherKey) {
        return new TestApi(vertx, server, url, otherKey);
    }

    /** A new key of this scope (admin, operator, read, storefront:CODE) on the same server. */
    public TestApi scoped(Database database, String scope) {
        String fresh = ApiKeys.fresh();
        new ApiKeys(database).add(scope, "test", fresh);
        return as(fresh);
    }

    public Reply get(String path) {
        return json("GET", path, null);
    }

    public Reply post(String path, String json) {
        return json("POST", path, json);
    }

    public Reply put(String path, String json) {
        return json("PUT", path, json);
    }

    public Reply patch(String path, String json) {
        return json("PATCH", path, json);
    }

    public Reply delete(String path) {
        return json("DELETE", path, null);
    }

    /** POST of NDJSON lines. */
    public Reply postLines(String path, String lines) {
        return call("POST", path, lines, "Content-Type", "application/x-ndjson");
    }

    /** POST of raw bytes. */
    public Reply postBytes(String path, byte[] bytes) {
        return send(
                request(path, "Content-Type", "application/octet-stream")
                        .method("POST", BodyPublishers.ofByteArray(bytes)),
                "bytes");
    }

    /** Any call with headers as name, value, name, value. */
    public Reply call(String method, String path, String body, String... headers) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(request(path, headers).method(method, publisher), body);
    }

    /** The key that calls carry. */
    public String key() {
        return key;
    }

    /** Where it listens: {@code http://127.0.0.1:PORT}. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Reply json(String method, String path, String body) {
        return body == null ? call(method, path, null) : call(method, path, body, "Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + key);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Reply send(HttpRequest.Builder builder, String body) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            Reply reply = new Reply(response.statusCode(), response.headers(), response.body());
            validate(request, body, reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void validate(HttpRequest request, String body, Reply reply) {
        String path = request.uri().getRawPath();
        Method method = Method.valueOf(request.method());
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(reply.status());
        reply.headers().map().forEach((name, values) -> answer.withHeader(name, values));
        if (reply.bytes().length > 0) {
            answer.withBody(reply.text());
        }
        boolean unknownHere = reply.status() == 404 || reply.status() == 405;
        ValidationReport report = OPENAPI.validateResponse(path, method, answer.build());
        boolean undescribed =
                report.getMessages().stream().anyMatch(m -> m.getKey().startsWith("validation.request."));
        if (report.hasErrors() && !(unknownHere && undescribed) || undescribed && !unknownHere) {
            throw new AssertionError(request.method() + " " + path + " answered " + reply.status() + " " + reply.text()
                    + "\nwhich openapi.yaml does not allow: " + report.getMessages());
        }
        if (reply.status() < 300) {
            validateRequest(request, body, path, method);
        }
    }

    private static void validateRequest(HttpRequest request, String body, String path, Method method) {
        SimpleRequest.Builder asked = new SimpleRequest.Builder(method, path);
        request.headers().map().forEach((name, values) -> asked.withHeader(name, values));
        String query = request.uri().getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                asked.withQueryParam(
                        parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
            }
        }
        if (body != null) {
            asked.withBody(body);
        }
        ValidationReport report = OPENAPI.validateRequest(asked.build());
        if (report.hasErrors()) {
            throw new AssertionError(request.method() + " " + request.uri()
                    + " was done, but openapi.yaml does not allow the request: " + report.getMessages());
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("quayside-test").resolve("seal.key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String description() {
        try (InputStream in = TestApi.class.getResourceAsStream("/openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
