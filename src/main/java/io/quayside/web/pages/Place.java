package io.quayside.web.pages;

import io.quayside.web.Answer;

/** What is at an address: a page, or what a form's button does. */
record Place(Access access, View view) {
    /** Who may go there; without a session a reader's or actor's place leads to the login. */
    enum Access {
        ANYBODY,
        READER,
        ACTOR
    }

    /** Runs on a worker thread; throws {@link io.quayside.store.Refusal} for a no. */
    @FunctionalInterface
    interface View {
        Answer show(Visit visit);
    }
}
