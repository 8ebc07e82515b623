package io.quayside.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Json;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.spi.DataFormat;

/** Calls Quayside as a storefront's developer would, over camel-http; an answer above 399 ends the demo with its text. */
final class Api {
    private final ProducerTemplate template;
    private final String base;
    private final String key;
    private final DataFormat json = new JacksonDataFormat(Json.MAPPER, JsonNode.class);

    Api(ProducerTemplate template, int port, String key) {
        this.template = template;
        this.base = "http://127.0.0.1:" + port;
        this.key = key;
    }

    JsonNode get(String path) {
        return call("GET", path, null, "application/json");
    }

    JsonNode put(String path, Object body) {
        return call("PUT", path, Json.write(body), "application/json");
    }

    JsonNode post(String path, Object body) {
        return call("POST", path, Json.write(body), "application/json");
    }

    /** Many at once, a JSON object a line. */
    JsonNode postLines(String path, String lines) {
        return call("POST", path, lines, "application/x-ndjson");
    }

    private JsonNode call(String method, String pathAndQuery, String body, String type) {
        String[] parts = pathAndQuery.split("\\?", 2);
        Exchange answer = template.request(
                base + "?throwExceptionOnFailure=false&connectTimeout=5000&connectionRequestTimeout=5000"
                        + "&responseTimeout=60000&soTimeout=60000",
                exchange -> {
                    exchange.getMessage().setBody(body);
                    exchange.getMessage()
                            .setHeaders(new java.util.HashMap<>(Map.of(
                                    Exchange.HTTP_METHOD,
                                    method,
                                    Exchange.HTTP_PATH,
                                    parts[0],
                                    Exchange.HTTP_QUERY,
                                    parts.length > 1 ? parts[1] : "",
                                    Exchange.CONTENT_TYPE,
                                    type,
                                    "Authorization",
                                    "Bearer " + key)));
                });
        if (answer.getException() != null) {
            throw new IllegalStateException(method + " " + pathAndQuery, answer.getException());
        }
        int status = answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        JsonNode read = read(answer);
        if (status >= 400) {
            throw new IllegalStateException(method + " " + pathAndQuery + " answered " + status + ": " + read);
        }
        return read;
    }

    private JsonNode read(Exchange answer) {
        try {
            byte[] bytes = answer.getMessage().getBody(byte[].class);
            return bytes == null || bytes.length == 0
                    ? Json.MAPPER.createObjectNode()
                    : (JsonNode) json.unmarshal(answer, new java.io.ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new IllegalStateException("the answer is not JSON", e);
        }
    }
}
