package io.quayside.web.pages;

import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param form the token for its forms
 * @param reload seconds after which the browser asks again, while something is under way
 */
record Frame(String title, Tab tab, Optional<Session> session, String form, Times times, Optional<Integer> reload) {
    /** The page of the three that is marked. */
    enum Tab {
        TODAY,
        DOCUMENTS,
        BACKORDERS,
        NONE
    }

    boolean mayAct() {
        return session.filter(Session::mayAct).isPresent();
    }

    Frame reloading(int seconds) {
        return new Frame(title, tab, session, form, times, Optional.of(seconds));
    }
}
