package io.quayside.app.bench;

import io.quayside.app.Gateway;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long feed-sftp takes to bring 1,000 files from OpenSSH's server: from the moment they stand there until the last one
 * is kept and moved away there (issue 3: 150 files/s); the median of three rounds after one that warms up.
 */
public final class SftpBench {
    private static final int FILES = 1_000;
    private static final int ROWS = 50;
    private static final int FILES_A_SECOND = 150;
    private static final int ROUNDS = 3;

    private final PrintStream out;

    public SftpBench(PrintStream out) {
        this.out = out;
    }

    /** Runs in {@code scratch}, an empty folder; {@code gateway} starts one on its subfolder {@code data}. */
    public boolean run(Path scratch, Function<Path, Gateway> gateway) throws IOException, InterruptedException {
        Path data = scratch.resolve("data");
        Path site = Files.createDirectories(scratch.resolve("site"));
        try (OpenSshServer server = OpenSshServer.start(scratch.resolve("ssh"))) {
            write(data, site, server);
            try (Gateway running = gateway.apply(data)) {
                register(new Calls(running));
                round(scratch, site, "warm", FILES);
                List<Double> rounds = new ArrayList<>();
                for (int i = 1; i <= ROUNDS; i++) {
                    double seconds = round(scratch, site, "round" + i, FILES);
                    out.printf(Locale.ROOT, "sftp round %d   %5.2f s   %4.0f files/s%n", i, seconds, FILES / seconds);
                    rounds.add(seconds);
                }
                return report(Rounds.median(rounds));
            }
        }
    }

    /** What the files name is known, so that each of them is applied while the next ones come. */
    private static void register(Calls calls) throws IOException, InterruptedException {
        calls.call(
                "POST",
                "/v1/items",
                IntStream.range(0, ROWS)
                        .mapToObj(i -> "{\"sku\":\"B-" + i + "\",\"name\":\"Item " + i + "\",\"status\":\"active\"}\n")
                        .collect(Collectors.joining()));
        calls.call("PUT", "/v1/partners/bench", "{\"name\":\"Bench\",\"kinds\":[\"warehouse\"]}");
        calls.call(
                "PUT",
                "/v1/locations/BENCH",
                "{\"kind\":\"warehouse\",\"partner\":\"bench\",\"handling_days\":0,\"rank\":1}");
    }

    private boolean report(double seconds) {
        double limit = (double) FILES / FILES_A_SECOND;
        out.printf(
                Locale.ROOT,
                "sftp: %.2f s (%.0f files/s) = %.2f x LIMIT of %.2f s (goal <= 1)%n",
                seconds,
                FILES / seconds,
                seconds / limit,
                limit);
        return seconds <= limit;
    }

    private static void write(Path data, Path site, OpenSshServer server) throws IOException {
        Files.createDirectories(data.resolve("routes"));
        Files.writeString(
                data.resolve("routes/bench.camel.yaml"),
                """
                - route:
                    id: bench-stock
                    from:
                      uri: kamelet:feed-sftp
                      parameters:
                        partner: bench
                        host: 127.0.0.1
                        port: %d
                        folder: %s/now
                        username: %s
                        privateKey: %s
                        hostKey: %s
                        complete: rename:.part
                        every: 200ms
                      steps:
                        - to: {uri: "kamelet:keep", parameters: {mapping: standard/inventory}}
                """
                        .formatted(server.port(), site, server.user(), server.clientKey(), server.hostKey()));
    }

    private static double round(Path scratch, Path site, String name, int files)
            throws IOException, InterruptedException {
        Path prepared = Files.createDirectory(scratch.resolve(name));
        for (int i = 0; i < files; i++) {
            StringBuilder file = new StringBuilder("sku,quantity\n");
            for (int row = 0; row < ROWS; row++) {
                file.append("B-").append(row).append(',').append(10 + i).append('\n');
            }
            Files.writeString(prepared.resolve("stock-" + i + ".csv"), file);
        }
        long began = System.nanoTime();
        Files.move(prepared, site.resolve("now"));
        Path done = site.resolve("now/.done");
        while (count(done) < files) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Files.move(site.resolve("now"), scratch.resolve(name + "-done"));
        return seconds;
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
