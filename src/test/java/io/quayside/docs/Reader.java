package io.quayside.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.quayside.app.Gateway;
import io.quayside.app.Settings;
import io.quayside.store.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Somebody who follows a page to the letter: saves the files it shows, runs its commands in one shell after the other, and
 * looks whether it comes out as the page says, and in the log whether a route runs before a file comes for it. The gateway runs
 * on free ports, which the commands are told.
 */
final class Reader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String API = "https://api.zephyr.example";

    private final Path folder;
    private final HttpServer partner;
    private final Gateway gateway;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    Reader(Path folder) throws IOException {
        this.folder = folder;
        for (String name : List.of("mappings", "routes", "data", "tmp")) {
            Files.createDirectories(folder.resolve(name));
        }
        launcher();
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        ((Logger) LoggerFactory.getLogger("io.quayside.routes")).addAppender(log);
        partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.start();
        gateway = Gateway.start(Settings.load(
                Optional.empty(),
                Map.of("QUAYSIDE_DB_URL", TestDatabase.createUrl(), "QUAYSIDE_DB_USER", "postgres"),
                Map.of(
                        "quayside.data", folder.resolve("data").toString(),
                        "quayside.routes", folder.resolve("routes").toString(),
                        "quayside.mappings", folder.resolve("mappings").toString(),
                        "quayside.http.port", "0",
                        "quayside.sftp.port", "0")));
    }

    /** Does what the page says, snippet by snippet. */
    void follow(Path page) throws IOException {
        for (Snippet snippet : Snippet.of(Files.readAllLines(page))) {
            if (snippet.elsewhere().isPresent() || snippet.language().isEmpty()) {
                continue;
            }
            String where = page.getFileName() + ":" + snippet.line();
            if (snippet.isRun()) {
                await(where).atMost(PATIENCE).pollDelay(Duration.ZERO).untilAsserted(() -> assertThat(
                                run(snippet, where))
                        .contains(snippet.looksFor()));
            } else if (snippet.answerOf().isPresent()) {
                answer(snippet.answerOf().get(), snippet.text());
            } else {
                save(
                        snippet.file().orElseThrow(() -> new AssertionError(where + " is neither run nor a file")),
                        snippet);
            }
        }
    }

    private void save(String name, Snippet snippet) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, here(snippet.text()));
        if (name.startsWith("routes/")) {
            String runs = file.getFileName() + " runs";
            await(runs).atMost(PATIENCE).until(() -> log.list.stream()
                    .anyMatch(line -> line.getFormattedMessage().startsWith(runs)));
        }
    }

    private void answer(String path, String text) {
        partner.createContext(path, http -> {
            byte[] body = here(text).getBytes(UTF_8);
            http.getResponseHeaders().set("Content-Type", "application/json");
            http.sendResponseHeaders(200, body.length);
            http.getResponseBody().write(body);
            http.close();
        });
    }

    /** Runs the commands with the variables that earlier ones exported. Where they only look, it may be too early yet. */
    private String run(Snippet snippet, String where) throws IOException, InterruptedException {
        Path output = folder.resolve("tmp/output");
        Path variables = folder.resolve("tmp/variables");
        String script = "[ -e " + variables + " ] && . " + variables + "\nset -eu -o pipefail\n" + here(snippet.text())
                + "\nexport -p > " + variables + "\n";
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().put("QUAYSIDE_HOME", folder.toString());
        bash.environment().put("QUAYSIDE_URL", "http://127.0.0.1:" + gateway.httpPort());
        Process process = bash.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String said = Files.readString(output);
        String ended = where + " ended with " + process.exitValue() + ": " + said;
        if (process.exitValue() != 0 && snippet.shows().isEmpty()) {
            throw new IllegalStateException(ended);
        }
        assertThat(process.exitValue()).as(ended).isZero();
        return said;
    }

    /** The page speaks of the usual ports and of an API somewhere. */
    private String here(String text) {
        return text.replace("127.0.0.1:8080", "127.0.0.1:" + gateway.httpPort())
                .replace("-P 2222", "-P " + gateway.sftpPort().orElseThrow())
                .replace(API, "http://127.0.0.1:" + partner.getAddress().getPort());
    }

    private void launcher() throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path launcher = Files.writeString(
                folder.resolve("quayside"),
                "#!/bin/sh\nexec '" + System.getProperty("java.home") + File.separator
                        + "bin/java' -XX:TieredStopAtLevel=1 -cp '" + classes + "' io.quayside.app.Quayside \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    @Override
    public void close() {
        gateway.close();
        partner.stop(0);
        ((Logger) LoggerFactory.getLogger("io.quayside.routes")).detachAppender(log);
    }
}
