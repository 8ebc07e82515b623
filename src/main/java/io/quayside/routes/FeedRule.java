package io.quayside.routes;

import java.util.regex.Pattern;

/**
 * What a feed takes from a site, and when.
 *
 * @param route id of the route in its file, for people
 * @param done where kept files are moved, or {@code delete}
 */
record FeedRule(String route, String partner, Pattern include, CompleteRule complete, Rhythm rhythm, String done) {
    private static final String DELETE = "delete";

    /** Whether kept files are deleted at the site, and not moved. */
    boolean deletes() {
        return done.equals(DELETE);
    }
}
