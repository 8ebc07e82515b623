package io.quayside.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long a gateway takes from its process's start until it is ready, in a data folder that exists (issue 2: 6 s). */
public final class StartBench {
    private static final double LIMIT_SECONDS = 6;
    private static final int ROUNDS = 5;

    private final List<String> command;
    private final PrintStream out;

    /** {@code command} starts a gateway in a folder that is appended to it, and says "ready" on stderr when it is. */
    public StartBench(List<String> command, PrintStream out) {
        this.command = command;
        this.out = out;
    }

    /** Runs in {@code scratch}, an empty folder; says whether the goal is met. */
    public boolean run(Path scratch) throws IOException, InterruptedException {
        out.println("start   seconds until ready");
        List<Double> rounds = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            double seconds = once(scratch.resolve("data"));
            out.printf(Locale.ROOT, "%5s   %6.2f%n", i == 0 ? "first" : i, seconds);
            if (i > 0) {
                rounds.add(seconds);
            }
        }
        Collections.sort(rounds);
        double median = rounds.get(rounds.size() / 2);
        out.printf(
                Locale.ROOT,
                "start: %.2f s = %.2f x LIMIT of %.0f s (goal <= 1)%n",
                median,
                median / LIMIT_SECONDS,
                LIMIT_SECONDS);
        return median <= LIMIT_SECONDS;
    }

    private double once(Path data) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.add(data.toString());
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(all)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.errorReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(" ready in ")) {
                    return (System.nanoTime() - begun) / 1e9;
                }
            }
            throw new IOException("the gateway ended before it was ready");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
