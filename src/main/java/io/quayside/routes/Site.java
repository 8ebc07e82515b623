package io.quayside.routes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A folder where a partner's files lie: on its SFTP or FTPS server, or on this machine. Open one for each poll and each
 * send; one thread uses it. What goes wrong is a {@link SiteFailure}. Names are clean path segments, unless they come from
 * {@link #list}, which tells what the other side says.
 */
interface Site extends AutoCloseable {
    /** A plain file; {@code modified} in ms since 1970. A {@code size} below 0 is not known. */
    record Entry(String name, long size, long modified) {}

    /** Where to open one. */
    @FunctionalInterface
    interface Opener {
        Site open() throws SiteFailure;
    }

    /** Tells of each plain file as the listing comes in, so that a long one takes no room. */
    void list(Consumer<Entry> each) throws SiteFailure;

    /** These are read next, in this order: a site may fetch small ones at once, and {@link #read} then gives them back. */
    default void ahead(List<Entry> files) {}

    /** The file's bytes; close them before anything else is asked of the site. */
    InputStream read(String name) throws SiteFailure;

    /** The file as it stands now; empty where it is gone. */
    Optional<Entry> look(String name) throws SiteFailure;

    /** Moves the file into another folder, made where it is missing, in place of one of that name. */
    void move(String name, String folder) throws SiteFailure;

    void delete(String name) throws SiteFailure;

    /**
     * Moves these files at once, or deletes them where no folder is given, each only where it still is what it was. Answers
     * those that are gone for certain; the others are to be asked for one by one, which says what is wrong.
     */
    default Set<Entry> leave(List<Entry> files, Optional<String> folder) {
        return Set.of();
    }

    /** Writes a file under a name that others leave alone, then gives it its own, in place of one of that name. */
    void put(String name, InputStream bytes) throws IOException;

    /** Whether the site still answers, after something of it failed. */
    boolean answers();

    @Override
    void close();

    /** The name of a file that is being written. */
    static String unfinished(String name) {
        return "." + name + ".part";
    }
}
