package io.quayside.app;

import io.quayside.mapping.Check;
import io.quayside.mapping.Mappings;
import io.quayside.mapping.Nearest;
import io.quayside.routes.RouteFile;
import io.quayside.routes.Routes;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern MAPPING = Pattern.compile("\\bmapping:\\s*[\"']?([A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+)");

    @Override
    public Integer call() throws IOException {
        Settings settings = Settings.load(Optional.empty(), System.getenv(), Map.of());
        List<Path> asked = folders == null ? List.of(settings.mappings(), settings.routes()) : folders;
        boolean good = true;
        for (Path folder : asked) {
            if (!Files.isDirectory(folder)) {
                throw new Refusal(Refusal.Kind.INVALID, "there is no folder " + folder);
            }
            Check mappings = new Check(folder, System.out);
            good &= mappings.run();
            List<RouteFile> files = Routes.check(folder);
            good &= routes(folder, files, names(settings, asked));
            if (mappings.checked() == 0 && files.isEmpty() && folders != null) {
                System.out.println(
                        "nothing " + folder + " holds no partner's folder with mappings and no *.camel.yaml");
                good = false;
            }
        }
        return good ? Quayside.DONE : Quayside.NO;
    }

    /** Mappings that routes may name: those of the folders asked for and of the installation. */
    private static Set<String> names(Settings settings, List<Path> asked) throws IOException {
        Set<String> names = new TreeSet<>(Mappings.load(settings.mappings()).names());
        for (Path folder : asked) {
            names.addAll(Mappings.load(folder).names());
        }
        return names;
    }

    /** What a route's text names as its mapping and nobody has; the sentence begins with its line. */
    private static Optional<String> unknownMapping(Path file, Set<String> names) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher named = MAPPING.matcher(lines.get(i));
            if (named.find() && !names.contains(named.group(1))) {
                return Optional.of("line " + (i + 1) + ": there is no mapping " + named.group(1)
                        + Nearest.to(named.group(1), names)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
            }
        }
        return Optional.empty();
    }

    private static boolean routes(Path folder, List<RouteFile> files, Set<String> names) throws IOException {
        boolean good = true;
        for (RouteFile file : files) {
            Path path = folder.resolve(file.name() + ".camel.yaml");
            Optional<String> wrong = file.refused();
            if (wrong.isEmpty()) {
                wrong = unknownMapping(path, names);
            }
            good &= wrong.isEmpty();
            System.out.println(wrong.map(reason -> "broken  " + path + " " + reason)
                    .orElse("ok      " + path + " (" + String.join(", ", file.routes()) + ")"));
        }
        return good;
    }
}
