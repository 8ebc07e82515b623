package io.quayside.routes;

import java.util.List;
import java.util.Optional;

/**
 * What a feed by HTTP asks for, as the kamelet feed-http explains it.
 *
 * @param address empty where the feed is switched off
 * @param since the parameter that asks for what has changed since the last time
 */
record FetchRule(
        String route, String partner, Optional<WebAddress> address, Rhythm rhythm, Login login, Asking asking) {

    /** How pages are asked for, and what they must say. */
    record Asking(PageRule pages, Optional<String> since, List<OkRule> ok, String accept) {}
}
