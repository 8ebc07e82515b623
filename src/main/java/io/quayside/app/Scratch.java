package io.quayside.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder for one run of a benchmark, and a gateway's settings in it: free ports, no partners, loopback allowed. */
final class Scratch {
    private Scratch() {}

    static Path create() throws IOException {
        return Files.createTempDirectory("quayside-scratch");
    }

    static Settings settings(Path data) {
        return Settings.load(
                Optional.empty(),
                Map.of(),
                Map.of(
                        "quayside.data",
                        data.toString(),
                        "quayside.routes",
                        data.resolve("routes").toString(),
                        "quayside.mappings",
                        data.resolve("mappings").toString(),
                        "quayside.http.port",
                        "0",
                        "quayside.sftp.port",
                        "0",
                        "quayside.webhooks.allow.networks",
                        "127.0.0.0/8"));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
