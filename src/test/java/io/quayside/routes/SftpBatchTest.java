package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many small files at once. */
@Timeout(120)
class SftpBatchTest {
    private static final String PASSWORD = "secret";

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Patience patience = new Patience();
    private Path out;
    private SftpSiteServer server;

    @BeforeEach
    void start() throws IOException {
        out = Files.createDirectories(folder.resolve("out"));
        Files.createDirectories(out.resolve(".done"));
        server = new SftpSiteServer(folder, PASSWORD);
    }

    @AfterEach
    void stop() throws IOException {
        patience.close();
        camel.close();
        server.close();
    }

    @Test
    void filesThatAreReadAheadAreWhatTheyAreAndLeaveTogether() throws IOException {
        for (int i = 0; i < 100; i++) {
            drop("stock_" + i + ".csv", "x".repeat(i));
        }

        try (Site site = open()) {
            List<Site.Entry> files = list(site);
            site.ahead(files);
            for (Site.Entry file : files) {
                assertThat(text(site, file)).hasSize((int) file.size());
            }
            assertThat(site.leave(files, Optional.of(".done"))).hasSize(100);
        }

        assertThat(Quay.files(out.resolve(".done"))).hasSize(100);
        assertThat(Quay.files(out)).containsExactly(".done");
    }

    /** One by one it takes 64 times six answers, each after a question. */
    @Test
    void bothSidesSeldomWaitForEachOther() throws IOException {
        for (int i = 0; i < 64; i++) {
            drop("stock_" + i + ".csv", "sku,quantity\nA,1\n");
        }

        try (Site site = open()) {
            List<Site.Entry> files = list(site);
            int before = server.turns();
            site.ahead(files);
            assertThat(text(site, files.get(63))).isEqualTo("sku,quantity\nA,1\n");
            assertThat(site.leave(files, Optional.empty())).hasSize(64);

            assertThat(server.turns() - before).isLessThan(192);
        }
        assertThat(Quay.files(out)).containsExactly(".done");
    }

    @Test
    void aFileThatWasReplacedGrewOrWentMeanwhileIsLeftToTheCarefulWay() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            drop(name, "123");
        }
        drop("big", "0123456789".repeat(10_000));

        try (Site site = open()) {
            List<Site.Entry> files = list(site);
            drop("a", "12345");
            Files.delete(out.resolve("b"));
            site.ahead(files);
            assertThat(text(site, files.get(0))).isEqualTo("12345");
            assertThat(text(site, files.get(2))).hasSize(100_000);

            drop("c", "456");
            Files.setLastModifiedTime(out.resolve("c"), FileTime.fromMillis(1_000));
            assertThat(site.leave(files, Optional.of(".done")))
                    .extracting(Site.Entry::name)
                    .containsExactlyInAnyOrder("big", "d", "e");
        }

        assertThat(Quay.files(out)).containsExactly(".done", "a", "c");
    }

    @Test
    void aServerWithOneChannelForALoginIsAskedOneByOne() throws IOException {
        server.oneChannelForALogin();
        drop("a", "1");
        drop("b", "2");

        try (Site site = open()) {
            List<Site.Entry> files = list(site);
            site.ahead(files);
            assertThat(site.leave(files, Optional.of(".done"))).isEmpty();
            assertThat(text(site, files.get(1))).isEqualTo("2");
            site.move("a", ".done");
        }

        assertThat(Quay.files(out)).containsExactly(".done", "b");
    }

    private Site open() throws SiteFailure {
        return SftpSite.open(server.address("out", PASSWORD), camel, patience.with("it", Duration.ofMinutes(1)));
    }

    private static List<Site.Entry> list(Site site) throws SiteFailure {
        List<Site.Entry> files = new ArrayList<>();
        site.list(files::add);
        files.sort(Comparator.comparing(Site.Entry::name));
        return files;
    }

    private static String text(Site site, Site.Entry file) throws IOException {
        try (InputStream bytes = site.read(file.name())) {
            return new String(bytes.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private void drop(String name, String text) throws IOException {
        Files.writeString(out.resolve(name), text);
    }
}
