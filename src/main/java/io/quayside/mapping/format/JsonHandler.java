package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import java.util.Optional;

/** Takes what a reader of JSON finds, in the order of the document: {@code (place | bad)* ends}. */
public interface JsonHandler {
    /** A record's place. */
    void place(JsonPlace place);

    /** A record that is wrong as a whole. */
    void bad(JsonPlace place, Problem problem);

    /**
     * The document ends; with a problem it falls.
     *
     * @param top the top of its first page, for a document without records; empty where there is no page
     */
    void ends(Optional<Problem> problem, Optional<JsonPlace> top);
}
