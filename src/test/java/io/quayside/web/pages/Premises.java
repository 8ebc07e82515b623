package io.quayside.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quayside.app.Gateway;
import io.quayside.app.Settings;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole gateway with one supplier, {@code acme}, whose file {@code acme/stock} is held where a fifth of its stock would fall
 * to zero; and browsers to look at it. Whatever a browser complains of (a breach of the content policy, say) is kept.
 */
final class Premises implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final Database database;
    final List<String> complaints = new ArrayList<>();
    private final Gateway gateway;
    private final List<BrowserContext> contexts = new ArrayList<>();

    Premises(Path folder) {
        write(folder.resolve("mappings/acme/partner.yaml"), "name: Acme\nkinds: [supplier]\nlocation: {code: ACME}\n");
        write(
                folder.resolve("mappings/acme/stock.yaml"),
                """
                mapping: 1
                partner: acme
                source: {format: csv}
                produces: inventory
                guards: {to_zero_pct: 20, rows: {min: 0, change_pct: 1000}, unknown_sku_pct: 100}
                errors: {line: held, max_bad_pct: 60}
                fields: {sku: Item, quantity: Qty}
                """);
        write(
                folder.resolve("mappings/acme/edi.yaml"),
                """
                mapping: 1
                partner: acme
                source: {format: x12, envelope: {sender: "ZZ/ACME", receiver: "ZZ/US"}}
                documents:
                  "846":
                    produces: inventory
                    each: LIN
                    fields: {sku: LIN~VN, quantity: "QTY[33]/2"}
                """);
        write(folder.resolve("routes/readme.txt"), "no routes\n");
        String url = TestDatabase.createUrl();
        gateway = Gateway.start(Settings.load(
                Optional.empty(),
                Map.of("QUAYSIDE_DB_URL", url, "QUAYSIDE_DB_USER", "postgres", "QUAYSIDE_DB_CONNECTIONS", "12"),
                Map.of(
                        "quayside.data",
                        folder.resolve("data").toString(),
                        "quayside.routes",
                        folder.resolve("routes").toString(),
                        "quayside.mappings",
                        folder.resolve("mappings").toString(),
                        "quayside.zone",
                        "Europe/Berlin",
                        "quayside.http.port",
                        "0",
                        "quayside.sftp.port",
                        "off")));
        database = TestDatabase.open(url);
    }

    String url() {
        return "http://127.0.0.1:" + gateway.httpPort();
    }

    String adminKey() {
        return gateway.adminKey();
    }

    /** A new key of this scope. */
    String key(String scope) {
        return api("POST", "/v1/keys", "{\"scope\":\"%s\",\"name\":\"%s key\"}".formatted(scope, scope))
                .at("/key")
                .asText();
    }

    JsonNode api(String method, String path, String body) {
        HttpResponse<String> answer = http(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + gateway.adminKey())
                .header(
                        "Content-Type",
                        path.startsWith("/v1/documents") ? "application/octet-stream" : "application/json")
                .method(method, BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.body());
        }
        return Json.tree(answer.body());
    }

    void item(String sku) {
        api(
                "PUT",
                "/v1/items/" + sku,
                """
                {"sku":"%s","name":"Thing","status":"active",
                "suppliers":[{"partner":"acme","supplier_sku":"%s","pack":1,"dropship":true}]}"""
                        .formatted(sku, sku));
    }

    /** Drops a document and answers its id. */
    long drop(String mapping, String name, String content) {
        return api("POST", "/v1/documents?partner=acme&mapping=" + mapping + "&name=" + name, content)
                .at("/id")
                .asLong();
    }

    String status(long document) {
        return one("select status from document where id = " + document);
    }

    String one(String sql) {
        return database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    void sql(String sql) {
        database.transact(handle -> handle.execute(sql));
    }

    static HttpResponse<String> http(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A tab of a new browser in which this key has signed in. */
    Page signedIn(String key, int width) {
        BrowserContext context =
                Chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 800));
        contexts.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE.toMillis());
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> complaints.add("dialog: " + dialog.message()));
        page.navigate(url() + "/login");
        page.getByLabel("Key").fill(key);
        page.locator("main button").click();
        return page;
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        database.close();
        gateway.close();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
