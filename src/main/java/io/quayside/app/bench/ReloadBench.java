package io.quayside.app.bench;

import io.quayside.app.Gateway;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from the moment a new route file is saved, among 300 others, until a file that waits for it is kept
 * (issue 3: live in 2 s). The worst of all rounds counts.
 */
public final class ReloadBench {
    private static final double LIMIT_SECONDS = 2;
    private static final int OTHERS = 300;
    private static final int ROUNDS = 10;

    private final Path data;
    private final PrintStream out;

    /** {@code data} is the folder that the gateway will run in. */
    public ReloadBench(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    /** Writes the route files of the others: before the gateway starts. */
    public void prepare() throws IOException {
        Files.createDirectories(data.resolve("routes"));
        for (int i = 0; i < OTHERS; i++) {
            save("other" + i);
        }
    }

    /** Says whether the goal is met. */
    public boolean run(Gateway gateway) throws IOException, InterruptedException {
        Calls calls = new Calls(gateway);
        double worst = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String partner = "new" + i;
            Files.createDirectories(folder(partner));
            Files.writeString(folder(partner).resolve("stock.csv"), "sku,quantity\nA,1\n");
            // Somewhere in the interval between two looks.
            TimeUnit.MILLISECONDS.sleep(100L * i);
            long began = System.nanoTime();
            save(partner);
            while (calls.call("GET", "/v1/documents?partner=" + partner, "")
                    .get("items")
                    .isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            out.printf(Locale.ROOT, "reload %2d   %4.2f s%n", i + 1, seconds);
            worst = Math.max(worst, seconds);
        }
        out.printf(
                Locale.ROOT,
                "reload: %.2f s = %.2f x LIMIT of %.0f s (goal <= 1)%n",
                worst,
                worst / LIMIT_SECONDS,
                LIMIT_SECONDS);
        return worst <= LIMIT_SECONDS;
    }

    private Path folder(String partner) {
        return data.resolve("from").resolve(partner);
    }

    private void save(String partner) throws IOException {
        Files.createDirectories(folder(partner));
        Path unfinished = data.resolve(partner + ".yaml");
        Files.writeString(
                unfinished,
                """
                - route:
                    id: %1$s-stock
                    from:
                      uri: kamelet:feed-folder
                      parameters: {partner: %1$s, folder: "%2$s", complete: "stable:0s", every: 10m}
                      steps:
                        - to: {uri: "kamelet:keep", parameters: {mapping: standard/inventory}}
                """
                        .formatted(partner, folder(partner)));
        Files.move(unfinished, data.resolve("routes/" + partner + ".camel.yaml"), StandardCopyOption.ATOMIC_MOVE);
    }
}
