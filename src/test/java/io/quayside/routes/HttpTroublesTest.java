package io.quayside.routes;

import static io.quayside.routes.StubApi.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** APIs that do not do what they should, for long. */
@Timeout(120)
class HttpTroublesTest extends HttpFeeds {
    @Test
    void anApiThatWantsToBeLeftAloneIs() throws Exception {
        api.on("/stock", exchange -> send(exchange, 429, "", "Retry-After", "3600"));
        start("pages: none");

        await().until(() -> trouble().isPresent());

        await().during(Duration.ofSeconds(3)).until(() -> api.times("/stock") == 1);
        assertThat(trouble().get()).contains("answers 429: we ask too often");
    }

    @Test
    void anApiThatFailsForALongTimeIsAskedLessAndLessAndSaidOnce() throws Exception {
        api.on("/stock", exchange -> send(exchange, 500, ""));
        start("pages: none");

        await().until(() -> times("acme-stock") >= 4);
        long before = api.times("/stock");

        await().during(Duration.ofSeconds(1)).until(() -> true);
        assertThat(api.times("/stock") - before).isLessThan(3);
        assertThat(logged.list.stream()
                        .filter(event -> event.getFormattedMessage().contains("answers 500")))
                .hasSize(1);
    }

    @Test
    void thirtyApisThatHangAtOnceDoNotHoldUpTheOthers() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        StubApi hanging = new StubApi();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            hanging.on("/hangs?" + i, exchange -> await(end));
            files.add(route("hangs" + i, "/hangs?" + i, "pages: none").replace(api.url(), hanging.url()));
        }
        for (int i = 0; i < 20; i++) {
            api.on("/stock?" + i, "[1]");
            files.add(route("stock" + i, "/stock?" + i, "pages: none"));
        }
        try (hanging) {
            start(files.toArray(String[]::new));

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> IntStream.range(0, 20).allMatch(i -> api.times("/stock?" + i) >= 5));
        } finally {
            end.countDown();
        }
    }
}
