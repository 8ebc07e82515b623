package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import java.util.Optional;

/**
 * Takes what a reader of interchanges finds, in the order of the file:
 * {@code (interchange (message node* messageEnds)* interchangeEnds)*}, with {@link #repaired} and {@link #unreadable}
 * anywhere. What was told of an interchange counts only once it has ended without a problem.
 */
public interface EdiHandler {
    /** An interchange begins. False skips it (a stranger's): nothing inside is told, but its end is. */
    boolean interchange(Interchange interchange);

    /** A group begins. */
    default void group(FunctionalGroup group) {}

    /** The group ends; {@code counted} is how many messages its trailer counts, as written. */
    default void groupEnds(String counted) {}

    /** A TA1 before the groups: an answer to an interchange of ours. */
    default void answered(Ta1 answer) {}

    /** How messages of this type ("846") are cut into records; empty where the mapping has none: the head alone is told. */
    Optional<EdiEach> each(String type);

    /** A message begins; {@code head} holds its segments before the first record (all of them where there is no record). */
    void message(EdiMessage message, Node head);

    /** A record's place. {@link EdiLoop#orphan} names the parent that is not there. */
    void node(EdiLoop node);

    /**
     * CTT counts the lines of the message under way otherwise than they are. {@code lacking}: it counts more, so that
     * some are missing and the message falls, all of it read.
     */
    void linesMiscounted(Problem problem, boolean lacking);

    /** GE counts other than its group has: nothing falls, each message is whole by its SE. Told of whole interchanges only. */
    void groupMiscounted(Problem problem);

    /** The message ends; with a problem (a wrong count) it falls alone. */
    void messageEnds(Optional<Problem> problem);

    /** The interchange ends; with a problem (a trailer missing) all of it falls, the message that is open included. */
    void interchangeEnds(Optional<Problem> problem);

    /** Bytes were mended, as `source.lenient` allows. {@code repair} is its word, {@code at} the interchange or the byte. */
    void repaired(String repair, String at);

    /** Something that is no interchange at all: an empty file, another format, bytes between two interchanges. */
    void unreadable(Problem problem);
}
