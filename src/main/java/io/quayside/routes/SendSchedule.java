package io.quayside.routes;

import java.time.Duration;

/**
 * When a document that could not be sent is tried again. Pure.
 *
 * <p>After the 1st, 2nd … failure: 5 s, 10 s, 20 s, 40 s, and so on, doubled up to half an hour, which it stays at until it
 * goes through or a person rejects the document. There is no last try: what we owe a partner does not lapse.
 */
final class SendSchedule {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 10;

    private SendSchedule() {}

    /** How long to wait after so many failures in a row, 1 and more. */
    static Duration delay(int failures) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
