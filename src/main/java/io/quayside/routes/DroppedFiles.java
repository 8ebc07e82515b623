package io.quayside.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that were closed and are not kept yet, on disk, in order: {@code .dropped/PARTNER/ORDER.NAME}, each a hard link to
 * the file in the inbox. So a close that was answered survives our end, the partner may delete or replace its own name
 * at once, and a half upload is never taken for a file. Threads may add while one takes.
 */
final class DroppedFiles {
    private static final int DIGITS = 16;
    private static final Pattern ENTRY = Pattern.compile("\\d{" + DIGITS + "}[.].+", Pattern.DOTALL);
    /** What stands before a name: the two together must be a file's name. */
    static final int BEFORE_NAME = DIGITS + 1;

    private final Path folder;
    private final AtomicLong last;

    /** {@code folder} must be on the same file system as the inboxes. */
    DroppedFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.last = new AtomicLong(partners().stream()
                .flatMap(partner -> of(partner).stream())
                .mapToLong(DroppedFiles::order)
                .max()
                .orElse(0));
    }

    /** Remembers the file under its name; returns when it stands in the folder. */
    void add(String partner, Path file) throws IOException {
        Path own = Files.createDirectories(folder.resolve(partner));
        Files.createLink(own.resolve("%016d.%s".formatted(last.incrementAndGet(), file.getFileName())), file);
    }

    /** Who has files here, or had. */
    List<String> partners() {
        return names(folder);
    }

    /** What waits of a partner, oldest first. */
    List<DroppedFile> of(String partner) {
        Path own = folder.resolve(partner);
        return names(own).stream()
                .filter(entry -> ENTRY.matcher(entry).matches())
                .map(entry -> new DroppedFile(own.resolve(entry), partner, entry.substring(BEFORE_NAME)))
                .toList();
    }

    /** Forgets a file that is kept. */
    void done(DroppedFile file) throws IOException {
        Files.deleteIfExists(file.path());
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long order(DroppedFile file) {
        return Long.parseLong(file.path().getFileName().toString().substring(0, DIGITS));
    }
}
