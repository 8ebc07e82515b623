package io.quayside.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a poll brought: all its pages, one after the other, in one file.
 *
 * @param moment when the other side made the first page
 * @param etag of the answer, where it was one page
 * @param ending for the document's name: json, ndjson, csv, xml or txt
 */
record Fetched(Path file, Instant moment, Optional<String> etag, String ending) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
