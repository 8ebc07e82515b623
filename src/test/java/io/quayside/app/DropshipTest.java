package io.quayside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Json;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a customer's order to the file at the supplier, through the whole gateway. */
class DropshipTest {
    @TempDir
    Path home;

    private Gateway gateway;

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void anOrderReachesTheSupplierAsAnX12PurchaseOrder() throws Exception {
        mapping(
                "partner.yaml",
                "name: Delta\nkinds: [supplier, dropship]\nlocation: {code: DELTA}\n"
                        + "envelope: {sender: \"ZZ/DELTA\", receiver: \"ZZ/US\"}\n");
        mapping(
                "purchase-order.yaml",
                """
                mapping: 1
                partner: delta
                source: {format: x12}
                produces: purchase-order
                write: {BEG: ["00", DS, "{po}"], N1: [ST, "{ship_to.name}"], each lines: {PO1: ["{line}", "{quantity}", EA, null, null, VN, "{supplier_sku}"]}}
                """);
        start();
        order();

        await().atMost(Duration.ofSeconds(30)).until(() -> files().size() == 1);
        assertThat(Files.readString(files().get(0)))
                .contains("BEG*00*DS*D100001~", "N1*ST*Jane Doe~", "PO1*1*5*EA***VN*D-P~");
        await().atMost(Duration.ofSeconds(10)).until(() -> purchaseOrder().has("sent_at"));
        assertThat(purchaseOrder().at("/order/number").asText()).isEqualTo("W-1");
        assertThat(call("GET", "/v1/orders/web/W-1", "").at("/lines/0/status").asText())
                .isEqualTo("released");
        String document = purchaseOrder().path("document").asText();
        assertThat(call("GET", "/v1/documents/" + document, "").path("status").asText())
                .isEqualTo("sent");
    }

    @Test
    void aSupplierWithoutAMappingGetsTheHouseLayout() throws Exception {
        mapping("partner.yaml", "name: Delta\nkinds: [supplier, dropship]\nlocation: {code: DELTA}\n");
        start();
        order();

        await().atMost(Duration.ofSeconds(30)).until(() -> files().size() == 1);
        assertThat(files().get(0).getFileName()).hasToString("purchase-order-D100001.csv");
        assertThat(Files.readString(files().get(0))).contains("\"D100001\",\"1\",\"D-P\",\"P\",\"Item P\",\"5\"");
        JsonNode refused = call(
                "PUT",
                "/v1/purchase-orders/D100001",
                "{\"partner\": \"delta\", \"kind\": \"dropship\","
                        + " \"lines\": [{\"line\": \"1\", \"sku\": \"P\", \"quantity\": 9}]}");
        assertThat(refused.path("detail").asText())
                .isEqualTo("D100001 was cut from order web/W-1 and follows it; change that order instead");
    }

    private void order() throws Exception {
        call(
                "PUT",
                "/v1/items/P",
                "{\"sku\": \"P\", \"name\": \"Item P\", \"suppliers\":"
                        + " [{\"partner\": \"delta\", \"supplier_sku\": \"D-P\", \"dropship\": true}]}");
        call(
                "POST",
                "/v1/documents?partner=delta&mapping=standard/inventory&name=inventory.csv",
                "sku,quantity\nD-P,20\n");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> call("GET", "/v1/stock/P", "")
                                .at("/locations/0/on_hand")
                                .asInt()
                        == 20);
        call(
                "POST",
                "/v1/orders",
                "{\"storefront\": \"web\", \"number\": \"W-1\", \"placed_at\": \"2026-01-01T00:00:00Z\","
                        + " \"ship\": \"any\", \"ship_to\": {\"name\": \"Jane Doe\"}, \"lines\": [{\"line\": \"1\", \"sku\": \"P\", \"quantity\": 5}]}");
    }

    private JsonNode purchaseOrder() {
        return call("GET", "/v1/purchase-orders/D100001", "");
    }

    private void mapping(String name, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve("mappings/delta"));
        Files.writeString(folder.resolve(name), text);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("theirs"))) {
            return files.filter(f -> f.toString().matches(".*[.](edi|csv)")).toList();
        }
    }

    private void start() throws IOException {
        Files.createDirectories(home.resolve("theirs"));
        Path routes = Files.createDirectories(home.resolve("routes"));
        Files.writeString(
                routes.resolve("delta.camel.yaml"),
                """
                - route:
                    id: delta-orders
                    from:
                      uri: kamelet:dispatch
                      parameters: {partner: delta, kinds: purchase-order, every: 500ms}
                      steps:
                        - to: {uri: "kamelet:send-folder", parameters: {folder: "%s"}}
                """
                        .formatted(home.resolve("theirs")));
        gateway = Gateway.start(Settings.load(
                Optional.empty(),
                Map.of("QUAYSIDE_DB_URL", TestDatabase.createUrl(), "QUAYSIDE_DB_USER", "postgres"),
                Map.of(
                        "quayside.data", home.resolve("data").toString(),
                        "quayside.routes", routes.toString(),
                        "quayside.mappings", home.resolve("mappings").toString(),
                        "quayside.http.port", "0",
                        "quayside.sftp.port", "off")));
    }

    private JsonNode call(String method, String path, String body) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.httpPort() + path))
                                    .header("Authorization", "Bearer " + gateway.adminKey())
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return Json.tree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
