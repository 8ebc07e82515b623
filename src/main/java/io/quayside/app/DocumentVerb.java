package io.quayside.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The documents of a running gateway, over HTTP. */
@Command(
        name = "document",
        mixinStandardHelpOptions = true,
        description = {
            "The documents of a running gateway.",
            "QUAYSIDE_URL names it (default http://127.0.0.1:8080), QUAYSIDE_KEY is an API key"
                    + " (default: what data/admin.key holds)."
        })
final class DocumentVerb {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Spec
    private CommandSpec spec;

    @Command(name = "list", description = "Newest first, a line each.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--partner", description = "only of this partner") String partner,
            @Option(names = "--direction", description = "in or out") String direction,
            @Option(
                            names = "--status",
                            description = "in: kept, staged, held, applied, ignored, rejected or duplicate;"
                                    + " out: kept, sent, acknowledged, refused or rejected")
                    String status,
            @Option(names = "--limit", defaultValue = "50", description = "at most so many (${DEFAULT-VALUE})")
                    int limit) {
        String query = "?limit=" + limit
                + parameter("partner", partner)
                + parameter("direction", direction)
                + parameter("status", status);
        JsonNode answer = call("GET", "/v1/documents" + query);
        for (JsonNode item : answer.path("items")) {
            out().printf(
                            "%-8s %-3s %-12s %-28s %-32s %s%n",
                            item.path("id").asText(),
                            item.path("direction").asText(),
                            item.path("status").asText(),
                            item.path("kind").asText(item.path("mapping").asText()),
                            item.path("name").asText(),
                            item.path("reason").asText(""));
        }
        out().flush();
        return Quayside.DONE;
    }

    @Command(name = "show", description = "All that is known of one.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ID") String id) {
        return print(call("GET", path(id)));
    }

    @Command(name = "accept", description = "Applies a held document.", mixinStandardHelpOptions = true)
    int accept(@Parameters(paramLabel = "ID") String id) {
        return print(call("POST", path(id) + "/accept"));
    }

    @Command(
            name = "reject",
            description = "Ends a held document without applying it, or one of ours that waits to be sent.",
            mixinStandardHelpOptions = true)
    int reject(@Parameters(paramLabel = "ID") String id) {
        return print(call("POST", path(id) + "/reject"));
    }

    @Command(
            name = "replay",
            description = "Reads the kept bytes again with today's mapping.",
            mixinStandardHelpOptions = true)
    int replay(@Parameters(paramLabel = "ID") String id) {
        return print(call("POST", path(id) + "/replay"));
    }

    @Command(
            name = "resend",
            description = "Sends one of ours again; of one that came in, what was said of it.",
            mixinStandardHelpOptions = true)
    int resend(@Parameters(paramLabel = "ID") String id) {
        return print(call("POST", path(id) + "/resend"));
    }

    private int print(JsonNode answer) {
        out().println(answer.toPrettyString());
        out().flush();
        return Quayside.DONE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static String path(String id) {
        return "/v1/documents/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static String parameter(String name, String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static URI address(String url, String path) {
        if (!url.matches("https?://[^/].*")) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "QUAYSIDE_URL is " + url + "; write http://HOST:PORT of a gateway's API");
        }
        return URI.create(url + path);
    }

    private static JsonNode call(String method, String path) {
        String url = Optional.ofNullable(System.getenv("QUAYSIDE_URL")).orElse("http://127.0.0.1:8080");
        try {
            HttpRequest request = HttpRequest.newBuilder(address(url, path))
                    .header("Authorization", "Bearer " + key())
                    .timeout(Duration.ofSeconds(60))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body =
                    response.body().isEmpty() ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new Refusal(
                        response.statusCode() == 401 ? Refusal.Kind.INVALID : Refusal.Kind.CONFLICT,
                        body.path("detail").asText(body.path("title").asText("status " + response.statusCode())));
            }
            return body;
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "no gateway answers at " + url + "; start it, or set QUAYSIDE_URL to it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Kind.INVALID, "interrupted");
        }
    }

    private static String key() throws IOException {
        String key = System.getenv("QUAYSIDE_KEY");
        if (key != null) {
            return key;
        }
        Path file = Settings.load(Optional.empty(), System.getenv(), Map.of())
                .data()
                .resolve("admin.key");
        if (Files.isReadable(file)) {
            return Files.readString(file).strip();
        }
        throw new Refusal(Refusal.Kind.INVALID, "no API key; set QUAYSIDE_KEY (the first one is in DATA/admin.key)");
    }
}
