package io.quayside.web;

import io.quayside.store.Interruption;
import io.quayside.store.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors as RFC 9457 says: {@code application/problem+json} with what is wrong, where, and what to write. */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final Map<String, String> TYPE = Map.of("Content-Type", "application/problem+json");

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    /** Members of the problem in the order they are written. */
    public record Problem(String type, String title, int status, String detail, List<Refusal.Place> errors) {}

    private Problems() {}

    static Answer of(int status, String detail, List<Refusal.Place> errors) {
        return new Answer(status, new Problem("about:blank", TITLES.get(status), status, detail, errors), TYPE);
    }

    /** A refusal says itself what to do; anything else is our fault, is logged once, and is answered with its number in the log. */
    public static Answer of(Throwable thrown, String call) {
        if (thrown instanceof Refusal refusal) {
            return of(refusal.kind().status(), refusal.getMessage(), refusal.places());
        }
        if (Interruption.is(thrown)) {
            log.warn("{}: the database does not answer", call);
            return of(503, "the database does not answer; send the call again in a moment", List.of());
        }
        String number = UUID.randomUUID().toString();
        log.error("{} failed, problem {}", call, number, thrown);
        return of(500, "this is our fault; the log has it as problem " + number, List.of());
    }
}
