package io.quayside.app;

import io.quayside.mapping.Check;
import io.quayside.mapping.Mapping;
import io.quayside.mapping.Mappings;
import io.quayside.mapping.Nearest;
import io.quayside.mapping.OrderForm;
import io.quayside.routes.RouteFile;
import io.quayside.routes.Routes;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
            good &= routes(folder, files, known(settings, asked));
            if (mappings.checked() == 0 && files.isEmpty() && folders != null) {
                System.out.println(
                        "nothing " + folder + " holds no partner's folder with mappings and no *.camel.yaml");
                good = false;
            }
        }
        return good ? Quayside.DONE : Quayside.NO;
    }

    /** Mappings that routes may name: those of the folders asked for and of the installation. */
    private static Map<String, Mapping> known(Settings settings, List<Path> asked) throws IOException {
        Map<String, Mapping> known = new TreeMap<>();
        List<Path> folders = new ArrayList<>(List.of(settings.mappings()));
        folders.addAll(asked);
        for (Path folder : folders) {
            Mappings.load(folder).all().forEach(mapping -> known.put(mapping.name(), mapping));
        }
        return known;
    }

    /** What a route's text names as its mapping and cannot keep documents for; the sentence begins with its line. */
    private static Optional<String> wrongMapping(Path file, Map<String, Mapping> known) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher named = MAPPING.matcher(lines.get(i));
            if (named.find()) {
                Optional<String> wrong = wrong(named.group(1), known);
                if (wrong.isPresent()) {
                    return Optional.of("line " + (i + 1) + ": " + wrong.get());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(String name, Map<String, Mapping> known) {
        if (!known.containsKey(name)) {
            return Optional.of("there is no mapping " + name + Nearest.question(name, known.keySet()));
        }
        return known.get(name) instanceof OrderForm
                ? Optional.of(
                        "the mapping " + name + " writes purchase orders and reads nothing: name one that reads here;"
                                + " what it writes is taken by a route that begins with kamelet:dispatch")
                : Optional.empty();
    }

    private static boolean routes(Path folder, List<RouteFile> files, Map<String, Mapping> known) throws IOException {
        boolean good = true;
        for (RouteFile file : files) {
            Path path = folder.resolve(file.name() + ".camel.yaml");
            Optional<String> wrong = file.refused();
            if (wrong.isEmpty()) {
                wrong = wrongMapping(path, known);
            }
            good &= wrong.isEmpty();
            System.out.println(wrong.map(reason -> "broken  " + path + " " + reason)
                    .orElse("ok      " + path + " (" + String.join(", ", file.routes()) + ")"));
        }
        return good;
    }
}
