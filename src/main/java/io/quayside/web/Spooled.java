package io.quayside.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A body taken in whole: its bytes, or the temporary file that {@link #close} deletes. */
record Spooled(byte[] memory, Optional<Path> file, long size) implements Request.Body, AutoCloseable {
    static Spooled inMemory(byte[] bytes) {
        return new Spooled(bytes, Optional.empty(), bytes.length);
    }

    static Spooled inFile(Path path, long size) {
        return new Spooled(new byte[0], Optional.of(path), size);
    }

    @Override
    public InputStream open() {
        if (file.isEmpty()) {
            return new ByteArrayInputStream(memory);
        }
        try {
            return Files.newInputStream(file.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
