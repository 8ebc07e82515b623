package io.quayside.routes;

import java.io.IOException;

/** What went wrong at a partner's site, in one sentence for a person: what, where, what to do. */
final class SiteFailure extends IOException {
    private static final long serialVersionUID = 1L;

    SiteFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    SiteFailure(String sentence) {
        super(sentence);
    }
}
