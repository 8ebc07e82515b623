package io.quayside.routes;

import io.quayside.mapping.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of route files. Each look loads what is new or changed and drops what is gone, file by file: a broken file is
 * refused with its reason, its last good version goes on, and the others never notice.
 */
final class RouteFolder {
    private static final Logger log = LoggerFactory.getLogger(RouteFolder.class);
    private static final String ENDING = ".camel.yaml";
    private static final int SAVING_MS = 300;

    private final Path folder;
    private final RouteLoader loader;
    private final boolean told;
    private Map<String, Seen> seen = Map.of();
    private Set<String> passedOver = Set.of();
    private volatile Map<String, RouteFile> files = Map.of();
    private volatile Takings takings = Takings.UNKNOWN;

    /** A file as it was last read; {@code unread} says why it could not be. */
    private record Seen(Stamp stamp, String text, Optional<String> unread) {
        boolean saysTheSame(Seen other) {
            return text.equals(other.text) && unread.equals(other.unread);
        }
    }

    RouteFolder(Path folder, RouteLoader loader) {
        this(folder, loader, true);
    }

    /** {@code told}: whether the log hears of each file. */
    RouteFolder(Path folder, RouteLoader loader, boolean told) {
        this.folder = folder;
        this.told = told;
        this.loader = loader;
    }

    /** Looks once; says whether anything changed. */
    boolean look() {
        Map<String, Seen> found;
        try {
            found = read();
            if (!found.keySet().containsAll(seen.keySet())) {
                // Some editors save by moving the file out of the way: what is gone is gone a moment later, too.
                TimeUnit.MILLISECONDS.sleep(SAVING_MS);
                found = read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            log.warn("cannot read the route files in {}: {}", folder, OneLine.of(e));
            return false;
        }
        if (found.equals(seen)) {
            takings = takings.looked();
            return false;
        }
        found.forEach((name, file) -> {
            if (isNews(name, file)) {
                takings = takings.unsure(name, file.text());
            }
        });
        Map<String, RouteFile> now = new LinkedHashMap<>(files);
        for (String name : seen.keySet()) {
            if (!found.containsKey(name)) {
                loader.unload(name);
                now.remove(name);
                takings = takings.gone(name);
                log.info("{}{} is gone: its routes have stopped", name, ENDING);
            }
        }
        found.forEach((name, file) -> {
            if (isNews(name, file)) {
                now.put(name, load(name, file));
            }
        });
        takings = takings.looked();
        seen = found;
        files = Map.copyOf(now);
        return true;
    }

    private boolean isNews(String name, Seen file) {
        Seen before = seen.get(name);
        return before == null || !before.saysTheSame(file);
    }

    /** Whether a route takes these documents of ours, or one may that does not run at the moment. */
    boolean takes(DueKinds.Due documents) {
        return takings.takes(documents);
    }

    /** All files by name, as of the last look. */
    List<RouteFile> files() {
        return List.copyOf(new TreeMap<>(files).values());
    }

    /** Whether the partner's file as it stands does not run. */
    boolean isRefused(String name) {
        RouteFile file = files.get(name);
        return file != null && file.refused().isPresent();
    }

    private RouteFile load(String name, Seen file) {
        Optional<String> refused = Optional.empty();
        try {
            if (file.unread().isPresent()) {
                throw new RefusedFile(1, file.unread().get());
            }
            loader.load(name, file.text());
            takings = takings.runs(name, loader.dispatched(name));
            if (told) {
                log.info("{}{} runs: {}", name, ENDING, String.join(", ", loader.ids(name)));
            }
        } catch (RefusedFile e) {
            refused = Optional.of(e.getMessage());
            if (told) {
                log.warn("{}{} is refused: {}", name, ENDING, e.getMessage());
            }
        }
        return new RouteFile(name, loader.ids(name), refused);
    }

    /** A file that cannot be read is that file's trouble alone. */
    private Map<String, Seen> read() throws IOException {
        Map<String, Seen> found = new TreeMap<>();
        Set<String> others = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING) && !name.startsWith(".") && Files.isRegularFile(file)) {
                    String plain = name.substring(0, name.length() - ENDING.length());
                    found.put(plain, read(plain, file));
                } else if (name.matches("[^.].*[.]ya?ml")) {
                    others.add(name);
                }
            }
        }
        passOver(others);
        return found;
    }

    /** Says once of a file that it is not read for its name. */
    private void passOver(Set<String> others) {
        if (told) {
            others.stream()
                    .filter(name -> !passedOver.contains(name))
                    .forEach(name ->
                            log.warn("{} is not read: a route file is named PARTNER{}", folder.resolve(name), ENDING));
        }
        passedOver = others;
    }

    /** Reads the file only where its time, size or identity is another. */
    private Seen read(String name, Path file) {
        Stamp stamp = Stamp.of(file);
        Seen before = seen.get(name);
        if (before != null && before.unread().isEmpty() && before.stamp().equals(stamp)) {
            return before;
        }
        try {
            return new Seen(stamp, new String(Files.readAllBytes(file), StandardCharsets.UTF_8), Optional.empty());
        } catch (IOException e) {
            return new Seen(stamp, "", Optional.of("the file cannot be read: " + OneLine.of(e)));
        }
    }
}
