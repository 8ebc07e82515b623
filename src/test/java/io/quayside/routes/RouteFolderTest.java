package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files are saved, and what becomes of their routes. */
class RouteFolderTest {
    private static final String TEXT =
            """
            - route:
                id: acme-stock
                from:
                  uri: direct:acme
                  steps:
                    - log: "one"
            """;

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private RouteFolder routes;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        camel.start();
        file = folder.resolve("acme.camel.yaml");
        Files.writeString(file, TEXT);
        routes = new RouteFolder(folder, new RouteLoader(camel, new RouteSecrets()));
        routes.look();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aFileThatCannotBeReadIsItsOwnTroubleAlone() throws IOException {
        // A process' memory is a regular file that not even root can read from its begin.
        Path unreadable = Files.createSymbolicLink(folder.resolve("bad.camel.yaml"), Path.of("/proc/self/mem"));
        Files.writeString(folder.resolve("next.camel.yaml"), TEXT.replace("acme", "next"));

        routes.look();

        assertThat(routes.files().stream().map(RouteFile::name)).containsExactly("acme", "bad", "next");
        assertThat(routes.isRefused("bad")).isTrue();
        assertThat(routes.files().get(1).refused().orElseThrow()).contains("the file cannot be read: ");
        assertThat(camel.getRoute("acme-stock")).isNotNull();
        assertThat(camel.getRoute("next-stock")).isNotNull();

        Files.delete(unreadable);
        Files.writeString(unreadable, TEXT.replace("acme", "bad"));
        routes.look();
        assertThat(camel.getRoute("bad-stock")).isNotNull();
    }

    @Test
    void whatIsNestedWithoutEndIsRefusedAndTheNextLookGoesOn() throws IOException {
        Files.writeString(folder.resolve("deep.camel.yaml"), "[".repeat(50_000) + "]".repeat(50_000));

        routes.look();

        assertThat(routes.files().get(1).refused())
                .hasValue("line 1: the YAML is nested too deeply to be read; write it flat");
        assertThat(camel.getRoute("acme-stock")).isNotNull();
    }

    @Test
    void theSameTextMovedInItsPlaceStopsNothing() throws IOException {
        Route before = camel.getRoute("acme-stock");

        Path saved = Files.writeString(folder.resolve(".acme.camel.yaml.swp"), TEXT);
        Files.move(saved, file, StandardCopyOption.ATOMIC_MOVE);
        routes.look();

        assertThat(camel.getRoute("acme-stock")).isSameAs(before).isNotNull();
    }

    @Test
    void aFileThatIsAwayWhileItIsSavedStopsNothing() throws Exception {
        Route before = camel.getRoute("acme-stock");

        Files.move(file, folder.resolve("acme.camel.yaml~"));
        Thread saving = new Thread(() -> {
            try {
                Files.writeString(file, TEXT);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        saving.start();
        routes.look();
        saving.join();

        assertThat(camel.getRoute("acme-stock")).isSameAs(before).isNotNull();
    }

    @Test
    void aNewTextMovedInItsPlaceRunsAndABrokenOneLeavesTheOldRunning() throws IOException {
        Path saved = Files.writeString(folder.resolve("x"), TEXT.replace("direct:acme", "direct:other"));
        Files.move(saved, file, StandardCopyOption.ATOMIC_MOVE);
        routes.look();
        assertThat(camel.getRoute("acme-stock").getEndpoint().getEndpointUri()).isEqualTo("direct://other");

        Files.writeString(file, "");
        routes.look();

        assertThat(camel.getRoute("acme-stock").getEndpoint().getEndpointUri()).isEqualTo("direct://other");
        assertThat(routes.isRefused("acme")).isTrue();
    }

    @Test
    void aFileThatIsDeletedTakesItsRoutesAlong() throws IOException {
        Files.delete(file);
        routes.look();

        assertThat(camel.getRoute("acme-stock")).isNull();
        assertThat(routes.files()).isEmpty();
    }
}
