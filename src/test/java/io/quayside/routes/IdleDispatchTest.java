package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.outbox.OutDocuments.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class IdleDispatchTest {
    @TempDir
    Path folder;

    private Quay quay;

    @BeforeEach
    void prepare() {
        quay = new Quay(folder);
    }

    @AfterEach
    void stop() {
        quay.close();
    }

    /** Each asks for work every 5 seconds; the database hears of none of them, and they share a handful of threads. */
    @Test
    void threeHundredIdleRoutesCostAHandfulOfThreadsAndNoStatements() {
        IntStream.range(0, 300)
                .forEach(i -> quay.route(
                        "p" + i,
                        "purchase-order",
                        "- to: {uri: \"kamelet:send-outbox\", parameters: {partner: p" + i + "}}",
                        "5s"));
        quay.sql("insert into partner (code, name) select 'p' || i, 'P' from generate_series(0, 299) i");
        int before = Thread.activeCount();
        quay.start();
        assertThat(quay.files()).hasSize(300).allSatisfy(f -> assertThat(f.refused())
                .isEmpty());

        Quay.await().until(() -> quay.asked.size() > 600);
        assertThat(Thread.activeCount() - before).isLessThan(30);
        long statements = statements();
        Quay.await().during(Duration.ofSeconds(3)).until(() -> true);
        assertThat(statements() - statements).isLessThan(40);

        long id = quay.document("p299", Kind.PURCHASE_ORDER, "850-1.edi", "x");
        quay.awaitStatus(id, "sent");
    }

    private long statements() {
        return Long.parseLong(
                quay.text("select xact_commit::text from pg_stat_database where datname = current_database()"));
    }
}
