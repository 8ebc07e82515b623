package io.quayside.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Files that were closed and are not kept yet, on disk, in order: {@code .dropped/ORDER.PARTNER/NAME}, each a hard link to
 * the file in the inbox. So a close that was answered survives our end, the partner may delete or replace its own name
 * at once, and a half upload is never taken for a file. Threads may add while one takes.
 */
final class DroppedFiles {
    private final Path folder;
    private final AtomicLong last;

    /** {@code folder} must be on the same file system as the inboxes. */
    DroppedFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            forgetUnanswered();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.last = new AtomicLong(
                waiting().stream().mapToLong(DroppedFiles::order).max().orElse(0));
    }

    /** Remembers the file under its name; returns when it stands in the folder. */
    void add(String partner, Path file) throws IOException {
        String entry = "%016d.%s".formatted(last.incrementAndGet(), partner);
        Path unseen = Files.createDirectory(folder.resolve("." + entry));
        Files.createLink(unseen.resolve(file.getFileName().toString()), file);
        Files.move(unseen, folder.resolve(entry));
    }

    /** All that wait, oldest first. */
    List<DroppedFile> waiting() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(e -> !e.getFileName().toString().startsWith("."))
                    .sorted()
                    .flatMap(DroppedFiles::file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a file that is kept. */
    void done(DroppedFile file) throws IOException {
        Files.deleteIfExists(file.path());
        Files.deleteIfExists(file.path().getParent());
    }

    /** What a crash left between two steps of {@link #add}: that close was never answered. */
    private void forgetUnanswered() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(e -> e.getFileName().toString().startsWith("."))
                    .toList()) {
                for (DroppedFile file : file(entry).toList()) {
                    Files.delete(file.path());
                }
                Files.delete(entry);
            }
        }
    }

    private static Stream<DroppedFile> file(Path entry) {
        String name = entry.getFileName().toString();
        String partner = name.substring(name.indexOf('.') + 1);
        try (Stream<Path> files = Files.list(entry)) {
            return files.map(f -> new DroppedFile(f, partner, f.getFileName().toString())).toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static long order(DroppedFile file) {
        String entry = file.path().getParent().getFileName().toString();
        return Long.parseLong(entry.substring(0, entry.indexOf('.')));
    }
}
