package io.quayside.store;

import java.util.List;

/**
 * A "no" that the caller can do something about. It becomes an RFC 9457 problem over HTTP and one sentence on the
 * command line; it is never logged with a stack trace.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of no: the HTTP status that fits. */
    public enum Kind {
        INVALID(400),
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        UNKNOWN(404),
        WRONG_METHOD(405),
        CONFLICT(409),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        UNPROCESSABLE(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One wrong place: a JSON pointer into the body (or a parameter's name) and what to write there. */
    public record Place(String pointer, String detail) {}

    private final Kind kind;
    private final transient List<Place> places;

    /** {@code detail} is one sentence: what is wrong and what to write instead. */
    public Refusal(Kind kind, String detail, Place... places) {
        super(detail, null, false, false);
        this.kind = kind;
        this.places = List.of(places);
    }

    public Kind kind() {
        return kind;
    }

    public List<Place> places() {
        return places;
    }
}
