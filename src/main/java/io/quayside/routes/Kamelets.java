package io.quayside.routes;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The vocabulary of route files: the kamelets shipped under {@code kamelets/} and the parameters that each takes. */
final class Kamelets {
    private static final String FOLDER = "kamelets/";
    private static final String ENDING = ".kamelet.yaml";

    /** All that are shipped. */
    static final Set<String> NAMES = found();

    /** Camel's own two, for the inside of kamelets. */
    private static final Set<String> INNER = Set.of("source", "sink");

    private static final Map<String, Kamelets.Parameters> PARAMETERS = new ConcurrentHashMap<>();

    private Kamelets() {}

    /** {@code secrets}: those that are passwords. */
    record Parameters(Set<String> all, List<String> required, Set<String> secrets) {}

    static boolean isInner(String name) {
        return INNER.contains(name);
    }

    /** The parameters of a shipped kamelet. */
    static Parameters of(String name) {
        return PARAMETERS.computeIfAbsent(name, Kamelets::read);
    }

    @SuppressWarnings("unchecked")
    private static Parameters read(String name) {
        try (InputStream in = Kamelets.class.getResourceAsStream("/" + FOLDER + name + ENDING)) {
            Map<String, Map<String, Map<String, Object>>> file = (Map<String, Map<String, Map<String, Object>>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            Map<String, Object> definition = file.get("spec").get("definition");
            Map<String, Map<String, Object>> properties =
                    (Map<String, Map<String, Object>>) definition.get("properties");
            Set<String> secrets = new TreeSet<>(properties.keySet());
            secrets.removeIf(
                    property -> !"password".equals(properties.get(property).get("format")));
            return new Parameters(properties.keySet(), (List<String>) definition.get("required"), secrets);
        } catch (IOException e) {
            throw new IllegalStateException("kamelet " + name, e);
        }
    }

    private static Set<String> found() {
        try {
            URL folder = Kamelets.class.getResource("/" + FOLDER);
            if (folder.openConnection() instanceof JarURLConnection jar) {
                try (JarFile file = jar.getJarFile()) {
                    return names(file.stream().map(JarEntry::getName));
                }
            }
            try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
                return names(files.map(path -> FOLDER + path.getFileName()));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the kamelets cannot be found", e);
        }
    }

    private static Set<String> names(Stream<String> paths) {
        return paths.filter(path -> path.startsWith(FOLDER) && path.endsWith(ENDING))
                .map(path -> path.substring(FOLDER.length(), path.length() - ENDING.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
