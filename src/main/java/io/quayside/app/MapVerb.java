package io.quayside.app;

import io.quayside.inbox.DocumentView;
import io.quayside.mapping.Chosen;
import io.quayside.mapping.Dry;
import io.quayside.mapping.X12Acknowledgement;
import io.quayside.routes.ReportCsv;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a mapping makes of files, without a database. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        description = {
            "Dry run: canonical records as JSON lines on stdout, problems as JSON lines on stderr.",
            "Exit 1 where a file is not good as a whole."
        })
final class MapVerb implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "MAPPING", description = "name under the mappings folder, or a path")
    private String mapping;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "files to read")
    private List<Path> files;

    @Option(names = "--mappings", paramLabel = "DIR", description = "the mappings folder (default: mappings)")
    private Path mappings;

    @Option(names = "--trace", description = "adds where each value came from")
    private boolean trace;

    @Option(names = "--ack", description = "prints the acknowledgement instead")
    private boolean ack;

    @Override
    public Integer call() throws IOException {
        Path folder = Optional.ofNullable(mappings)
                .orElseGet(() -> Settings.load(Optional.empty(), System.getenv(), java.util.Map.of())
                        .mappings());
        Dry dry = new Dry(Chosen.of(folder, mapping));
        int worst = Quayside.DONE;
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new Refusal(Refusal.Kind.INVALID, "no file " + file);
            }
            worst = Math.max(worst, ack ? acknowledge(dry, file) : dry.run(file, System.out, System.err, trace));
        }
        return worst;
    }

    private static byte[] report(Dry dry, Path file) throws IOException {
        return new ReportCsv()
                .csv(
                        dry.isRejected(file) ? "rejected" : "applied",
                        "",
                        dry.problems(file).stream()
                                .map(DocumentView.Problem::of)
                                .toList());
    }

    /** What the partner would find in its outbox. */
    private static int acknowledge(Dry dry, Path file) throws IOException {
        Optional<X12Acknowledgement> x12 = dry.acknowledgement(file);
        if (x12.isPresent()) {
            System.out.write(x12.get().write(x12.get().envelope(1, Instant.now())));
            System.out.flush();
        } else {
            System.out.write(report(dry, file));
            System.out.flush();
        }
        return dry.isGood(file) ? Quayside.DONE : Quayside.NO;
    }
}
