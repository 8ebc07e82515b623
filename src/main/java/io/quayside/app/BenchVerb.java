package io.quayside.app;

import io.quayside.app.bench.DropsBench;
import io.quayside.app.bench.IngestBench;
import io.quayside.app.bench.LatencyBench;
import io.quayside.app.bench.ReloadBench;
import io.quayside.app.bench.SftpBench;
import io.quayside.app.bench.StartBench;
import io.quayside.mapping.Nearest;
import io.quayside.store.Refusal;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The benchmarks, each beside its limit and its peer in one run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the benchmarks (ingest, latency, start, drops, sftp, reload), or the named one, in a 256 MB heap.",
            "Each ends with a line NAME: R x LIMIT (goal <= G); exit 1 where a goal is missed."
        })
final class BenchVerb implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "one of them; all where left out")
    private String name;

    @Option(names = "--rows", defaultValue = "1000000", description = "rows of ingest (default: ${DEFAULT-VALUE})")
    private int rows;

    /** A benchmark in an empty folder: whether its goal is met. */
    private interface Bench {
        boolean run(Path scratch) throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        Map<String, Bench> benches = new LinkedHashMap<>();
        benches.put("ingest", this::ingest);
        benches.put("latency", this::latency);
        benches.put("start", this::start);
        benches.put("drops", this::drops);
        benches.put("sftp", this::sftp);
        benches.put("reload", this::reload);
        if (name != null && !benches.containsKey(name)) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "there is no benchmark " + name + "; write one of " + String.join(", ", benches.keySet())
                            + Nearest.to(name, benches.keySet())
                                    .map(n -> " (did you mean " + n + "?)")
                                    .orElse(""));
        }
        boolean met = true;
        for (Map.Entry<String, Bench> bench : benches.entrySet()) {
            if (name == null || name.equals(bench.getKey())) {
                met &= inScratch(bench.getValue());
            }
        }
        return met ? Quayside.DONE : Quayside.NO;
    }

    private static boolean inScratch(Bench bench) throws Exception {
        Path scratch = Scratch.create();
        try {
            return bench.run(scratch);
        } finally {
            Scratch.delete(scratch);
        }
    }

    private boolean ingest(Path scratch) throws Exception {
        return new IngestBench(rows, new LoadedMappings(scratch.resolve("mappings"), partners -> {}), System.out)
                .run(scratch);
    }

    private boolean latency(Path scratch) throws Exception {
        try (Gateway gateway = Gateway.start(Scratch.settings(scratch.resolve("data")))) {
            return new LatencyBench(gateway, System.out).run();
        }
    }

    private boolean start(Path scratch) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Quayside.class.getName(), "run"));
        command.addAll(List.of("--http", "0", "--sftp", "0", "--data"));
        return new StartBench(command, System.out).run(scratch);
    }

    private boolean drops(Path scratch) throws Exception {
        try (Gateway gateway = Gateway.start(Scratch.settings(scratch.resolve("data")))) {
            return new DropsBench(gateway, scratch, System.out).run();
        }
    }

    private boolean sftp(Path scratch) throws Exception {
        return new SftpBench(System.out).run(scratch, data -> Gateway.start(Scratch.settings(data)));
    }

    private boolean reload(Path scratch) throws Exception {
        Path data = scratch.resolve("data");
        ReloadBench bench = new ReloadBench(data, System.out);
        bench.prepare();
        try (Gateway gateway = Gateway.start(Scratch.settings(data))) {
            return bench.run(gateway);
        }
    }
}
