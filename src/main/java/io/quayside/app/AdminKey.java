package io.quayside.app;

import io.quayside.web.ApiKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, ApiKeys.fresh() + "\n");
                log.info("made the first API key: it is in {}", file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the first API key in " + file, e);
        }
    }
}
