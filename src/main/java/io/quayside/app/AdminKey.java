package io.quayside.app;

import io.quayside.store.Refusal;
import io.quayside.web.ApiKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first API key: the one that is set, or the one in {@code DATA/admin.key}, made where it is missing. Never logged. */
final class AdminKey {
    private static final Logger log = LoggerFactory.getLogger(AdminKey.class);

    private AdminKey() {}

    static String of(Settings settings) {
        return settings.adminKey().orElseGet(() -> inFile(settings.data().resolve("admin.key")));
    }

    private static String inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
                log.info("made the first API key: it is in {}", file);
            }
            String key = Files.readString(file).strip();
            if (key.isEmpty()) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        file + " is empty; delete it, and the next start makes a new first API key");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the first API key in " + file, e);
        }
    }

    /** Written beside and moved: a start that is killed leaves a whole key or none. */
    private static void make(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                folder,
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, ApiKeys.fresh() + "\n", StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
