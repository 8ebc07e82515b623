package io.quayside.routes;

import io.quayside.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a poll brought: all its pages, one after the other, in one file.
 *
 * @param moment when the other side made the first page
 * @param etag of the answer, where it was one page
 * @param ending for the document's name: json, ndjson, csv, xml or txt
 */
record Fetched(Path file, Instant moment, Optional<String> etag, String ending) implements AutoCloseable {
    /** SHA-256 of the file, in hex. */
    String sha256() throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
