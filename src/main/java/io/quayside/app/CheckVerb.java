package io.quayside.app;

import io.quayside.mapping.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks all route and mapping files without a database: a line a file, exit 1 where one is not good. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks all route and mapping files and runs the tests in each mapping; one line a file.")
final class CheckVerb implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "DIR",
            description = "folders of mappings or routes (default: both of ours)")
    private List<Path> folders;

    @Override
    public Integer call() throws IOException {
        Settings settings = Settings.load(Optional.empty(), System.getenv(), Map.of());
        boolean good = true;
        for (Path folder : folders == null ? List.of(settings.mappings()) : folders) {
            good &= new Check(folder, System.out).run();
        }
        return good ? Quayside.DONE : Quayside.NO;
    }
}
