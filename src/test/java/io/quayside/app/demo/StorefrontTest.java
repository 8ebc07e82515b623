package io.quayside.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorefrontTest {
    private static final String BODY =
            "{\"type\":\"stock.changed\",\"timestamp\":\"2026-09-14T11:00:00Z\",\"data\":{}}";

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Storefront shop =
            new Storefront(event -> heard.add(event.get("type").asText()));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aGenuineEventCountsOnceHoweverOftenItIsTold() throws Exception {
        String now = now(0);
        String signature = new Webhook(shop.secret()).sign("evt_1", Long.parseLong(now), BODY);

        assertThat(post("evt_1", now, "v1,AAAA " + signature)).isEqualTo(204);
        assertThat(post("evt_1", now, signature)).isEqualTo(204);

        assertThat(shop.received()).isEqualTo(Map.of("stock.changed", 1));
        assertThat(heard).hasSize(1);
        assertThat(shop.refused()).isZero();
    }

    @Test
    void aWrongSignatureAnotherIdAndAnOldOneAreRefused() throws Exception {
        String now = now(0);
        String old = now(-600);
        String signature = new Webhook(shop.secret()).sign("evt_1", Long.parseLong(now), BODY);

        assertThat(post("evt_1", now, "v1,AAAA")).isEqualTo(401);
        assertThat(post("evt_2", now, signature)).isEqualTo(401);
        assertThat(post("evt_1", old, new Webhook(shop.secret()).sign("evt_1", Long.parseLong(old), BODY)))
                .isEqualTo(401);

        assertThat(shop.refused()).isEqualTo(3);
        assertThat(shop.total()).isZero();
    }

    private static String now(long plusSeconds) {
        return String.valueOf(Instant.now().getEpochSecond() + plusSeconds);
    }

    private int post(String id, String timestamp, String signature) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop.url()))
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofString(BODY))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
