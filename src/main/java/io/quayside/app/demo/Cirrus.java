package io.quayside.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A supplier with an API, as its developers would write it: a token endpoint, and three paged calls that have nothing to
 * say until something is published, and then say it once. Opened before the gateway, whose route file finds it by the
 * properties set here. Thread-safe.
 */
public final class Cirrus implements AutoCloseable {
    private static final String URL = "cirrus.url";
    private static final String SECRET = "cirrus.secret";
    private static final String EVERY = "cirrus.every";

    /** What each address answers, and whether it is the last page of its call. */
    private record Page(String file, boolean last) {}

    private static final Map<String, Page> PAGES = Map.of(
            "/v1/stock", new Page("cirrus-stock-1.json", false),
            "/v1/stock?page=2", new Page("cirrus-stock-2.json", true),
            "/v1/etas", new Page("cirrus-etas-1.json", false),
            "/v1/etas?page=2", new Page("cirrus-etas-2.json", true),
            "/v1/shipments?page=1", new Page("cirrus-shipments.json", false));

    private final String secret = UUID.randomUUID().toString();
    private final String token = UUID.randomUUID().toString();
    private final Set<String> published = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    private Cirrus() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/oauth/token", this::login);
        server.createContext("/v1", this::answer);
        server.start();
    }

    /** Opens a free port and says so to gateways that start from now on. */
    public static Cirrus open() {
        Cirrus cirrus = new Cirrus();
        System.setProperty(URL, "http://127.0.0.1:" + cirrus.server.getAddress().getPort());
        System.setProperty(SECRET, cirrus.secret);
        System.setProperty(EVERY, "500ms");
        return cirrus;
    }

    /** From now on there is something to say at {@code stock}, {@code etas} or {@code shipments}, until it was read to its end. */
    void publish(String call) {
        published.add("/v1/" + call);
    }

    private void login(HttpExchange exchange) throws IOException {
        String basic = Base64.getEncoder().encodeToString(("quayside:" + secret).getBytes(UTF_8));
        boolean known = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        send(exchange, known ? 200 : 401, known ? "{\"access_token\":\"" + token + "\",\"expires_in\":60}" : "{}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String login = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer " + (path.equals("/v1/stock") ? token : secret)).equals(login)) {
            send(exchange, 401, "{}");
        } else if (!published.contains(path)) {
            send(exchange, 204, "");
        } else {
            page(
                    exchange,
                    path,
                    String.valueOf(exchange.getRequestURI()).replaceAll("changed_since=[^&]*&?|[?&]$", ""));
        }
    }

    private void page(HttpExchange exchange, String path, String address) throws IOException {
        Page page = PAGES.get(address.endsWith("?") ? address.substring(0, address.length() - 1) : address);
        if (page == null || page.last()) {
            published.remove(path);
        } else if (path.equals("/v1/etas")) {
            exchange.getResponseHeaders().set("Link", "</v1/etas?page=2>; rel=\"next\"");
        }
        send(
                exchange,
                200,
                page == null
                        ? "{\"status\":\"ok\",\"shipments\":[]}"
                        : DemoFile.read(page.file()).text());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        for (String property : new String[] {URL, SECRET, EVERY}) {
            System.clearProperty(property);
        }
    }
}
