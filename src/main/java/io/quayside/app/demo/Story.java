package io.quayside.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What happens in the demo, step by step. Every figure is asked of the running gateway through its API or counted at the
 * storefront's door; none is known beforehand.
 */
final class Story {
    private final Stage stage;
    private final Api api;
    private final List<Waiting> waiting = new ArrayList<>();

    Story(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
    }

    /** Order lines that wait: with a date, and without. */
    private record Waiting(String after, int dated, int undated) {}

    void tell() {
        catalogue();
        stage.heading();
        dropped("wms", DemoFile.read("counts-opening.csv"));
        orders("orders.ndjson");
        dropped("acme", DemoFile.read("acme-etas.csv"));
        dropped("borealis", DemoFile.read("borealis-846.edi"));
        dropped("borealis", DemoFile.read("borealis-856.edi"));
        asked("stock");
        asked("etas");
        asked("shipments");
        dropped("wms", DemoFile.read("receipts.csv"));
        dropped("wms", DemoFile.read("counts-second.csv").cut("counts-aborted.csv", 0.4));
        dropped("wms", DemoFile.read("counts-second.csv"));
        dropship();
        summary();
    }

    /** Orders that fall to a partner who sends to the customer: its purchase orders go out, what it says of them comes back. */
    private void dropship() {
        dropped("delta", DemoFile.read("delta-846.edi"));
        orders("orders-dropship.ndjson");
        List<DemoFile> purchaseOrders = new ArrayList<>();
        int orders = DemoFile.read("orders-dropship.ndjson").lines().size();
        stage.step("delta", orders + " purchase orders", () -> {
            purchaseOrders.addAll(stage.pickUp("delta", "purchase-order.*", orders));
            return new Outcome("picked up", orders, 0, 0, 0, 0, 0);
        });
        Dropshipper delta = new Dropshipper(purchaseOrders);
        dropped("delta", delta.received());
        dropped("delta", delta.answers());
        dropped("delta", delta.shipments());
    }

    private void catalogue() {
        api.put("/v1/locations/MAIN", Map.of("kind", "warehouse", "handling_days", 1, "rank", 1));
        api.put("/v1/locations/EAST", Map.of("kind", "warehouse", "handling_days", 1, "rank", 2));
        api.put("/v1/storefronts/harbour", Map.of("name", "Harbour Outfitters"));
        DemoFile items = DemoFile.read("items.ndjson");
        api.postLines("/v1/items", items.text());
        JsonNode purchaseOrders =
                Json.tree(DemoFile.read("purchase-orders.json").text());
        for (JsonNode order : purchaseOrders) {
            String number = ((ObjectNode) order).remove("number").asText();
            api.put("/v1/purchase-orders/" + number, order);
        }
        stage.settled();
        stage.say(items.lines().size() + " items, 2 warehouses, " + purchaseOrders.size()
                + " purchase orders on the way");
    }

    private void orders(String name) {
        DemoFile file = DemoFile.read(name);
        stage.step("harbour", file.lines().size() + " orders", () -> {
            JsonNode answer = api.postLines("/v1/orders", file.text());
            for (JsonNode error : answer.path("errors")) {
                stage.note("line " + error.path("line").asText() + ": "
                        + error.path("detail").asText());
            }
            return new Outcome(
                    "stored", file.lines().size(), answer.path("errors").size(), 0, 0, 0, 0);
        });
        count(name.equals("orders.ndjson") ? "the orders came" : name);
    }

    private void dropped(String partner, DemoFile file) {
        stage.step(partner, file.name(), () -> {
            stage.drop(partner, file);
            return outcome(stage.ended(partner, file.name()));
        });
        problems(partner, file.name());
        count(file.name());
    }

    /** A call of an API that the gateway asks by itself. */
    private void asked(String call) {
        stage.step("cirrus", "GET /v1/" + call, () -> {
            stage.cirrus().publish(call);
            return outcome(stage.brought("cirrus", "cirrus/" + call));
        });
        count("GET /v1/" + call);
    }

    private static Outcome outcome(JsonNode document) {
        JsonNode told = document.path("told");
        return new Outcome(
                document.path("status").asText(),
                document.path("rows").asInt(),
                document.path("problem_count").asInt(),
                told.path("stock_changes").asInt(),
                told.path("refilled").asInt(),
                told.path("lost").asInt(),
                told.path("promises_moved").asInt());
    }

    private void problems(String partner, String name) {
        JsonNode document = stage.ended(partner, name);
        for (JsonNode problem :
                api.get("/v1/documents/" + document.path("id").asText()).path("problems")) {
            stage.note(
                    problem.path("at").asText() + ": " + problem.path("problem").asText() + ", write "
                            + problem.path("write").asText());
        }
    }

    private void count(String after) {
        int dated = 0;
        int undated = 0;
        String cursor = "";
        do {
            JsonNode page = api.get("/v1/backorders?limit=500" + cursor);
            for (JsonNode line : page.path("items")) {
                if (line.path("promise").has("current")) {
                    dated++;
                } else {
                    undated++;
                }
            }
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        waiting.add(new Waiting(after, dated, undated));
    }

    private void summary() {
        stage.say("");
        stage.say(String.format("%-28s %14s %14s %14s", "lines waiting after", "with a date", "without", "together"));
        for (Waiting now : waiting) {
            if (!now.after().startsWith("counts-opening")) {
                stage.say(String.format(
                        "%-28s %14d %14d %14d", now.after(), now.dated(), now.undated(), now.dated() + now.undated()));
            }
        }
        stage.say("");
        stage.webhooks();
    }
}
