package io.quayside.app;

import io.quayside.mapping.Check;
import io.quayside.routes.RouteFile;
import io.quayside.routes.Routes;
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
        for (Path folder : folders == null ? List.of(settings.mappings(), settings.routes()) : folders) {
            good &= new Check(folder, System.out).run();
            good &= routes(folder);
        }
        return good ? Quayside.DONE : Quayside.NO;
    }

    private static boolean routes(Path folder) {
        boolean good = true;
        for (RouteFile file : Routes.check(folder)) {
            Path path = folder.resolve(file.name() + ".camel.yaml");
            good &= file.refused().isEmpty();
            System.out.println(file.refused()
                    .map(reason -> "broken  " + path + " " + reason)
                    .orElse("ok      " + path + " (" + String.join(", ", file.routes()) + ")"));
        }
        return good;
    }
}
