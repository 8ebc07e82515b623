package io.quayside.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the API answered. */
public record Reply(int status, HttpHeaders headers, byte[] bytes) {
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.tree(text());
    }

    /** A value by JSON pointer as text; empty when it is not there. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }
}
