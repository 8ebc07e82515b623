package io.quayside.routes;

import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param form the body of a POST; without one it is a GET
 */
record HttpAsk(WebAddress address, Map<String, String> headers, Optional<String> form) {
    static HttpAsk get(WebAddress address, Map<String, String> headers) {
        return new HttpAsk(address, headers, Optional.empty());
    }
}
