package io.quayside.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.app.demo.Cirrus;
import io.quayside.app.demo.Demo;
import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The whole gateway, through real SFTP and real HTTP. */
class GatewayTest {
    @TempDir
    static Path data;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static String url;
    private static final Cirrus CIRRUS = Cirrus.open();
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        url = TestDatabase.createUrl();
        gateway = Gateway.start(Settings.load(
                Optional.empty(),
                Map.of("QUAYSIDE_DB_URL", url, "QUAYSIDE_DB_USER", "postgres", "QUAYSIDE_DB_CONNECTIONS", "16"),
                Map.of(
                        "quayside.data", data.toString(),
                        "quayside.http.port", "0",
                        "quayside.sftp.port", "0",
                        "quayside.webhooks.allow.networks", "127.0.0.0/8")));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        CIRRUS.close();
    }

    @Test
    void everyOperationOfTheDescriptionIsServed() throws Exception {
        String yaml = call("GET", "/openapi.yaml").body();
        Map<?, ?> paths =
                (Map<?, ?>) ((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml)).get("paths");
        List<String> missing = new ArrayList<>();
        for (Map.Entry<?, ?> path : paths.entrySet()) {
            for (Object method : ((Map<?, ?>) path.getValue()).keySet()) {
                if (List.of("get", "put", "post", "patch", "delete").contains(method.toString())) {
                    String plain = path.getKey().toString().replaceAll("\\{[^}]*}", "x");
                    int status = call(method.toString().toUpperCase(java.util.Locale.ROOT), plain)
                            .statusCode();
                    if (status != 401 && !plain.equals("/openapi.yaml")) {
                        missing.add(method + " " + path.getKey() + " " + status);
                    }
                }
            }
        }

        assertThat(paths).hasSizeGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    @Test
    void theDemosStoryRefillsSomeMovesPromisesAndLeavesTheBooksInOrder() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        try (Demo demo = new Demo(gateway, CIRRUS, data, new PrintStream(told, true, StandardCharsets.UTF_8))) {
            demo.play();
        }

        String story = told.toString(StandardCharsets.UTF_8);
        assertThat(story).containsPattern("counts-opening.csv +applied +98 +0 +96 ");
        assertThat(story).containsPattern("acme-etas.csv +applied +12 +1 ");
        assertThat(story).containsPattern("borealis-846.edi +applied +25 +0 ");
        assertThat(story).containsPattern("GET /v1/stock +applied +6 +0 +3 +2 ");
        assertThat(story).containsPattern("GET /v1/etas +applied +2 +0 ");
        assertThat(story).containsPattern("GET /v1/shipments +applied +2 +0 ");
        assertThat(story).containsPattern("counts-aborted.csv +rejected +0 ");
        assertThat(story).containsPattern("3 purchase orders +picked up +3 ");
        assertThat(story).containsPattern("delta-855.edi +applied +3 +0 +1 ");
        assertThat(story).containsPattern("delta-856.edi +applied +1 +0 +1 ");
        assertThat(count("select count(*) from document where direction = 'out' and kind = 'purchase-order'"
                        + " and status = 'acknowledged'"))
                .isEqualTo(3);
        assertThat(count("select shipped from order_line join orders on orders.id = order_id where number = '6001'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from passed_over")).isOne();
        assertThat(story).contains("together").contains(" 0 refused for a wrong signature");
        assertThat(count("select count(*) from order_line where open > 0 and \"current\" is null"))
                .isPositive();
        assertThat(count(
                        "select count(*) from stock s where on_hand <> (select coalesce(sum(quantity), 0) from movement m"
                                + " where m.sku = s.sku and m.location = s.location)"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from stock s where on_hand < (select coalesce(sum(a.quantity), 0) from allocation a"
                                        + " join order_line l on l.id = a.line_id where l.sku = s.sku and a.location = s.location)"))
                .isZero();
    }

    private static long count(String sql) {
        try (Database database = TestDatabase.open(url)) {
            return database.read(h -> h.createQuery(sql).mapTo(Long.class).one());
        }
    }

    private static HttpResponse<String> call(String method, String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.httpPort() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
