package io.quayside.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.app.Gateway;
import io.quayside.store.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls a gateway's API with its first key. */
final class Calls {
    private final Gateway gateway;
    private final HttpClient http = HttpClient.newHttpClient();

    Calls(Gateway gateway) {
        this.gateway = gateway;
    }

    /** {@code body} is JSON, or JSON lines where it ends with a newline; an answer that is no success throws. */
    JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.httpPort() + path))
                        .header("Authorization", "Bearer " + gateway.adminKey())
                        .header("Content-Type", body.endsWith("\n") ? "application/x-ndjson" : "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(answer.body());
    }

    /** Whether a partner's newest document has this name and status: those of a feed are taken in order, so all before it have ended. */
    boolean isNewest(String partner, String name, String status) throws IOException, InterruptedException {
        JsonNode newest =
                call("GET", "/v1/documents?limit=1&partner=" + partner, "").at("/items/0");
        return newest.path("name").asText().equals(name)
                && newest.path("status").asText().equals(status);
    }

    /** How many of a partner's documents stand so. */
    int documents(String partner, String status) throws IOException, InterruptedException {
        int count = 0;
        String cursor = "";
        do {
            JsonNode page = call(
                    "GET",
                    "/v1/documents?limit=500&partner=" + partner + "&status=" + status
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                    "");
            count += page.get("items").size();
            cursor = page.path("next").asText("");
            cursor = cursor.equals("null") ? "" : cursor;
        } while (!cursor.isEmpty());
        return count;
    }
}
