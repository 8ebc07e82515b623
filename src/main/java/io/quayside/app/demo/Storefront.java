package io.quayside.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quayside.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A storefront as its developer would write it: takes webhooks on a loopback port, checks signature and age of each, and
 * takes each event once however often it is told. It shares no code with the gateway's signing. Thread-safe.
 */
public final class Storefront implements AutoCloseable {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] key = new byte[32];
    private final Consumer<JsonNode> listener;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> received = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "storefront");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;

    /** Opens a free port. {@code listener} gets the body of each event, once, on any thread. */
    public Storefront(Consumer<JsonNode> listener) {
        new SecureRandom().nextBytes(key);
        this.listener = listener;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/webhooks", this::take);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it takes webhooks; goes into {@code POST /v1/webhooks} together with {@link #secret}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
    }

    /** The secret that it verifies with. */
    public String secret() {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** How many different events came, by type. */
    public Map<String, Integer> received() {
        return new TreeMap<>(received);
    }

    /** How many different events came. */
    public int total() {
        return seen.size();
    }

    /** How many requests were refused because their signature or their age was wrong. */
    public int refused() {
        return refused.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Headers headers = exchange.getRequestHeaders();
            if (!isGenuine(headers, body)) {
                refused.incrementAndGet();
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            if (seen.add(headers.getFirst("webhook-id"))) {
                JsonNode event = Json.MAPPER.readTree(body);
                received.merge(event.path("type").asText(), 1, Integer::sum);
                listener.accept(event);
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private boolean isGenuine(Headers headers, byte[] body) {
        String id = headers.getFirst("webhook-id");
        String timestamp = headers.getFirst("webhook-timestamp");
        String signatures = headers.getFirst("webhook-signature");
        if (id == null || timestamp == null || signatures == null || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now());
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] expected =
                ("v1," + Base64.getEncoder().encodeToString(hmac(id + "." + timestamp + ".", body))).getBytes(UTF_8);
        for (String signature : signatures.split(" ", -1)) {
            if (MessageDigest.isEqual(expected, signature.getBytes(UTF_8))) {
                return true;
            }
        }
        return false;
    }

    private byte[] hmac(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head.getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
