package io.quayside.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What partners see over SFTP: {@code ROOT/CODE/{inbox,outbox,test}}. A file in an inbox that was taken stays visible until
 * its session ends (some clients look at it after closing); until then it is marked by not being writable.
 */
final class PartnerFolders {
    static final String INBOX = "inbox";
    static final String OUTBOX = "outbox";
    static final String TEST = "test";
    static final List<String> ALL = List.of(INBOX, OUTBOX, TEST);

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Path root;

    PartnerFolders(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Where closed files wait to be kept; on the same file system as the inboxes. */
    Path dropped() {
        return root.resolve(".dropped");
    }

    Path root() {
        return root;
    }

    /** Whether this can be a partner's code, and so a login and a folder. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The partner's root with its three folders, made where missing; throws for what can be no code. */
    Path of(String partner) {
        if (!isCode(partner)) {
            throw new IllegalArgumentException("a partner's code must be usable as a folder's name: " + partner);
        }
        Path own = root.resolve(partner);
        try {
            for (String folder : ALL) {
                Files.createDirectories(own.resolve(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return own;
    }

    /** Marks a file as taken: it goes when its session ends. */
    static void markTaken(Path file) throws IOException {
        Files.setPosixFilePermissions(file, EnumSet.of(PosixFilePermission.OWNER_READ));
    }

    static boolean isTaken(Path file) throws IOException {
        return Files.isRegularFile(file)
                && !Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE);
    }

    /** Removes the file if it is taken; a newer one of the same name stays. */
    static void removeTaken(Path file) throws IOException {
        if (isTaken(file)) {
            Files.deleteIfExists(file);
        }
    }

    /** Removes what was taken in sessions that a crash ended. */
    void removeAllTaken() {
        try (Stream<Path> partners = Files.list(root)) {
            for (Path partner : partners.toList()) {
                removeAllTaken(partner.resolve(INBOX));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeAllTaken(Path inbox) throws IOException {
        if (Files.isDirectory(inbox)) {
            try (Stream<Path> files = Files.list(inbox)) {
                for (Path file : files.toList()) {
                    removeTaken(file);
                }
            }
        }
    }
}
