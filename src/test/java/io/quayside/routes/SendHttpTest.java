package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quayside.outbox.OutDocuments.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SendHttpTest {
    private static final String SECRET = "s3cret-!x";

    @TempDir
    Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    /** Answers come when it is open. */
    private volatile CountDownLatch open = new CountDownLatch(0);

    private HttpServer server;
    private Quay quay;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        quay = new Quay(folder);
    }

    @AfterEach
    void stop() {
        open.countDown();
        quay.close();
        server.stop(0);
    }

    @Test
    void theBytesGoWithTheirTypeAndANameForRepeats() {
        route("contentType: application/EDI-X12", "");
        long id = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "ISA*ä~");

        quay.awaitStatus(id, "sent");

        assertThat(heard).containsExactly("POST /orders application/EDI-X12 null quayside-document-" + id + " ISA*ä~");
    }

    @Test
    void aPasswordGoesAsBasic() {
        System.setProperty("acme.password", SECRET);
        route("username: gateway", "password: \"{{acme.password}}\"");
        long basic = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "x");
        quay.awaitStatus(basic, "sent");

        String credentials =
                java.util.Base64.getEncoder().encodeToString(("gateway:" + SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(heard.get(0)).contains("Basic " + credentials);
    }

    @Test
    void aPasswordOfAnyCharactersGoesAsItIsAndIsInNoUri() {
        route("username: gateway", "password: \"p&a+s%41s)w#rd\"");
        quay.awaitStatus(quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "x"), "sent");

        String credentials =
                java.util.Base64.getEncoder().encodeToString("gateway:p&a+s%41s)w#rd".getBytes(StandardCharsets.UTF_8));
        assertThat(heard.get(0)).contains("Basic " + credentials);
        assertThat(Kamelets.of("send-http").secrets()).containsExactly("password", "token");
    }

    @Test
    void aTokenGoesAsBearer() {
        System.setProperty("acme.token", "t0ken+/=");
        route("token: \"{{acme.token}}\"", "");
        long bearer = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "x");
        quay.awaitStatus(bearer, "sent");

        assertThat(heard.get(0)).contains("Bearer t0ken+/=");
    }

    @Test
    void anythingBut2xxIsAFailureThatTellsNoSecret() {
        System.setProperty("acme.password", SECRET);
        status = 503;
        route("username: gateway", "password: \"{{acme.password}}\"");
        long id = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "x");

        Quay.await().until(() -> quay.text("select count(*)::text from feed_trouble")
                .equals("1"));
        assertThat(quay.text("select detail from feed_trouble")).contains("503").doesNotContain("s3cret");
        assertThat(quay.status(id)).isEqualTo("kept");

        status = 302;
        quay.sql("update document set next_at = now()");
        Quay.await()
                .until(() -> quay.text("select attempts::text from document").equals("2"));

        status = 204;
        quay.sql("update document set next_at = now()");
        quay.awaitStatus(id, "sent");
        assertThat(quay.text("select count(*)::text from feed_trouble")).isEqualTo("0");
    }

    @Test
    void whoHangsIsLeftAfterTheTimeout() {
        open = new CountDownLatch(1);
        route("waitMillis: 300", "");
        quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "x");

        Quay.await()
                .until(() -> quay.text("select attempts::text from document").equals("1"));
        assertThat(heard).hasSize(1);
    }

    private void route(String parameter, String other) {
        String parameters = "  url: \"http://127.0.0.1:" + server.getAddress().getPort() + "/orders\"\n"
                + ("  " + parameter + "\n") + (other.isEmpty() ? "" : "  " + other + "\n");
        quay.route(
                        "acme",
                        "purchase-order",
                        "- to:\n    uri: kamelet:send-http\n    parameters:\n" + parameters.indent(4))
                .start();
        assertThat(quay.files().get(0).refused()).isEmpty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<String> steering = exchange.getRequestHeaders().keySet().stream()
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("camel"))
                .toList();
        heard.add(String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                header(exchange, "Content-Type"),
                header(exchange, "Authorization"),
                header(exchange, "Idempotency-Key"),
                body + String.join(",", steering)));
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (status == 302) {
            exchange.getResponseHeaders().put("Location", Collections.singletonList("/elsewhere"));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }
}
