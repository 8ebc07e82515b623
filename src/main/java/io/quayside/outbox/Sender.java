package io.quayside.outbox;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;

/**
 * Sends requests to endpoints, without a thread for each, over one pool of connections. A request is over when its status
 * is known or after 15 s; redirects are not followed; of the answer's body nothing is kept. Thread-safe.
 */
final class Sender implements AutoCloseable {
    static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final int MAX_ANSWER = 65_536;
    private static final int CONNECTIONS_PER_HOST = 64;
    /** Shorter than the 5 s after which common servers close an idle connection, so that none closes under a request. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final Vertx vertx;
    private final HttpClient client;
    private final InstantSource clock;

    Sender(Vertx vertx, InstantSource clock) {
        this.vertx = vertx;
        this.clock = clock;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(5_000).setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST));
    }

    /** Posts the body; the reply never fails. */
    Future<Reply> post(Target target, Map<String, String> headers, byte[] body) {
        Promise<Reply> reply = Promise.promise();
        AtomicLong timer =
                new AtomicLong(vertx.setTimer(TIMEOUT.toMillis(), t -> reply.tryFail(new TimeoutException())));
        client.request(options(target, headers))
                .onFailure(reply::tryFail)
                .onSuccess(request -> exchange(request, body, reply));
        return reply.future().onComplete(r -> vertx.cancelTimer(timer.get())).otherwise(e -> Reply.none(reason(e)));
    }

    private void exchange(HttpClientRequest request, byte[] body, Promise<Reply> reply) {
        reply.future().onFailure(e -> request.reset());
        request.send(Buffer.buffer(body)).onFailure(reply::tryFail).onSuccess(response -> {
            drain(request, response);
            reply.tryComplete(Reply.of(
                    response.statusCode(), RetryAfter.parse(response.getHeader("retry-after"), clock.instant())));
        });
    }

    /** Reads the rest, so that the connection can be used again, but neither for long nor much. */
    private void drain(HttpClientRequest request, HttpClientResponse response) {
        AtomicLong read = new AtomicLong();
        long timer =
                vertx.setTimer(TIMEOUT.toMillis(), t -> request.connection().close());
        response.exceptionHandler(e -> vertx.cancelTimer(timer));
        response.endHandler(v -> vertx.cancelTimer(timer));
        response.handler(part -> {
            if (read.addAndGet(part.length()) > MAX_ANSWER) {
                request.connection().close();
            }
        });
    }

    private static RequestOptions options(Target target, Map<String, String> headers) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.url().getHost())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.pathAndQuery());
        headers.forEach(options::putHeader);
        return options;
    }

    private static String reason(Throwable e) {
        if (e instanceof TimeoutException) {
            return "no answer within " + TIMEOUT.toSeconds() + " s";
        }
        if (e instanceof ConnectException) {
            return "cannot connect";
        }
        if (e instanceof SSLException) {
            return "TLS failed: " + e.getMessage();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public void close() {
        client.close();
    }
}
