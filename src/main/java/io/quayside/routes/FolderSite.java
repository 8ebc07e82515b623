package io.quayside.routes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;

/** A folder of this machine. */
final class FolderSite implements Site {
    private final Path folder;

    FolderSite(Path folder) {
        this.folder = folder;
    }

    @Override
    public void list(Consumer<Entry> each) throws SiteFailure {
        ask("list", folder, () -> {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path file : entries) {
                    look(file).ifPresent(each);
                }
            }
            return null;
        });
    }

    @Override
    public InputStream read(String name) throws SiteFailure {
        return ask("read", folder.resolve(name), () -> Files.newInputStream(folder.resolve(name)));
    }

    @Override
    public Optional<Entry> look(String name) throws SiteFailure {
        return ask("look at", folder.resolve(name), () -> look(folder.resolve(name)));
    }

    private static Optional<Entry> look(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.isRegularFile()
                    ? Optional.of(new Entry(
                            file.getFileName().toString(),
                            now.size(),
                            now.lastModifiedTime().toMillis()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void move(String name, String to) throws SiteFailure {
        Path target = folder.resolve(to);
        ask("move", folder.resolve(name), () -> {
            Files.createDirectories(target);
            return Files.move(folder.resolve(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        });
    }

    @Override
    public void delete(String name) throws SiteFailure {
        ask("delete", folder.resolve(name), () -> Files.deleteIfExists(folder.resolve(name)));
    }

    @Override
    public void put(String name, InputStream bytes) throws SiteFailure {
        Path unfinished = folder.resolve(Site.unfinished(name));
        ask("write", folder.resolve(name), () -> {
            Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void close() {}

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T ask(String verb, Path what, Question<T> question) throws SiteFailure {
        try {
            return question.ask();
        } catch (IOException | DirectoryIteratorException e) {
            throw new SiteFailure("cannot " + verb + " " + what + ": " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
            return "there is none";
        }
        return e instanceof AccessDeniedException ? "permission denied" : OneLine.of(e);
    }
}
