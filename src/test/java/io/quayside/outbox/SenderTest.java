package io.quayside.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SelfSignedCertificate;
import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SenderTest {
    private final Vertx vertx = Vertx.vertx();
    private final Sender sender = new Sender(vertx, InstantSource.system());
    private final TestEndpoint shop = new TestEndpoint(vertx);

    @AfterEach
    void close() {
        sender.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theConnectionGoesToTheAddressThatWasCheckedWhateverTheNameSays() {
        Reply reply = post("http://shop.invalid:" + shop.port() + "/hook");

        assertThat(reply.status()).contains(204);
        assertThat(shop.got.get(0).headers().get("host")).containsExactly("shop.invalid:" + shop.port());
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTold() {
        AtomicBoolean told = new AtomicBoolean();
        SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
        HttpServer tls = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate.keyCertOptions()))
                .requestHandler(request -> told.set(true))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        Reply reply = post("https://localhost:" + tls.actualPort() + "/hook");

        assertThat(reply.error()).hasValueSatisfying(error -> assertThat(error).startsWith("TLS failed"));
        assertThat(told).isFalse();
        certificate.delete();
    }

    @Test
    void anAnswerWithoutEndIsSuccessAndItsConnectionIsClosed() {
        AtomicBoolean closed = new AtomicBoolean();
        shop.answers((request, got) -> {
            request.connection().closeHandler(gone -> closed.set(true));
            request.response().setChunked(true).setStatusCode(200);
            vertx.setPeriodic(1, tick -> {
                if (!request.response().closed()) {
                    request.response().write(Buffer.buffer(new byte[8_192]));
                }
            });
        });

        assertThat(post(shop.url()).delivered()).isTrue();
        await().untilTrue(closed);
    }

    @Test
    void nobodyThereIsSaidInPlainWords() {
        shop.close();

        assertThat(post(shop.url()).error()).contains("cannot connect");
    }

    private Reply post(String url) {
        Target target = new Target(URI.create(url), InetAddress.getLoopbackAddress());
        return sender.post(target, Map.of("webhook-id", "evt_1"), "{}".getBytes(UTF_8))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
