package io.quayside.routes;

import io.quayside.inbox.Keeping;
import io.quayside.mapping.format.JsonGlance;
import io.quayside.mapping.format.JsonPath;
import io.quayside.mapping.format.Unreadable;
import io.quayside.store.Sha256;
import io.quayside.store.TemporaryFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The pages of one poll on their way into one document: bytes as received, a newline between two pages. */
final class PageFile {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final Map<String, Integer> pages = new HashMap<>();
    private long begin;
    private long end;
    private int n;

    PageFile() throws IOException {
        this.file = TemporaryFiles.create(".pages");
    }

    /** Adds a page. */
    void add(InputStream bytes) throws IOException, FetchFailure {
        MessageDigest digest = Sha256.digest();
        n++;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            if (n > 1) {
                out.write('\n');
                end++;
            }
            begin = end;
            OutputStream page = new DigestOutputStream(out, digest);
            byte[] start = bytes.readNBytes(BOM.length);
            if (n == 1 || !java.util.Arrays.equals(start, BOM)) {
                page.write(start);
                end += start.length;
            }
            end += bytes.transferTo(page);
        }
        if (end > Keeping.MAX_SIZE) {
            throw new FetchFailure("the pages have more than " + Keeping.MAX_SIZE + " bytes together: ask for less");
        }
        Integer same = pages.putIfAbsent(HexFormat.of().formatHex(digest.digest()), n);
        if (same != null) {
            throw new FetchFailure("page " + n + " is page " + same
                    + " again, so the pages have no end: nothing of this poll is kept; check pages");
        }
    }

    /** Looks at the last page. */
    Map<JsonPath, JsonGlance.Seen> glance(Collection<JsonPath> paths) throws IOException, FetchFailure {
        if (paths.isEmpty()) {
            return Map.of();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(begin);
            return JsonGlance.of(new BufferedInputStream(Channels.newInputStream(channel)), paths);
        } catch (Unreadable e) {
            throw new FetchFailure(
                    "page " + n + " is no whole JSON: " + e.problem().write());
        }
    }

    /** The last page only said that the one before was the last: it does not count. */
    void dropLast() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(begin - 1);
        }
    }

    Path file() {
        return file;
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
