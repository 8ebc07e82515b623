package io.quayside.inbox;

import java.time.Instant;
import java.util.Optional;

/**
 * What a transport knows of the bytes it brings. The same name, time, size and bytes again are the same drop.
 *
 * @param partner code, known or not
 * @param mapping name under the mappings folder, known or not
 * @param name of the remote file, as the remote says it
 * @param remoteTime of the remote file where it stays there after we read it; empty where it is ours to delete
 * @param remoteSize in bytes, as the remote listing says
 */
public record Drop(
        String partner, String mapping, String name, Optional<Instant> remoteTime, Optional<Long> remoteSize) {

    /** The mapping of a file that no route takes and whose name says nothing: it is kept, and rejected where a person sees it. */
    public static final String UNROUTED = "none";

    /** Bytes that somebody pushed: there is no remote file to read twice. */
    public static Drop pushed(String partner, String mapping, String name) {
        return new Drop(partner, mapping, name, Optional.empty(), Optional.empty());
    }
}
