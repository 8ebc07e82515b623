package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Records on their way to the handler. As long as something around them is wanted that may still come, they wait, up to
 * a bound; beyond it what comes too late makes the document fall.
 */
final class JsonQueue {
    /** About how many bytes may wait. */
    private static final int MOST = 1 << 25;

    private record Waiting(JsonPlace place, Optional<Problem> problem) {}

    private final JsonHandler handler;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int incomplete;
    private int size;
    private int givenUp;

    JsonQueue(JsonHandler handler) {
        this.handler = handler;
    }

    /** A record whose place takes {@code bytes} of memory. */
    void add(JsonPlace place, Optional<Problem> problem, int bytes) {
        if (incomplete == 0) {
            tell(place, problem);
            return;
        }
        waiting.add(new Waiting(place, problem));
        size += bytes;
        if (size > MOST) {
            givenUp++;
            flush();
        }
    }

    /** An object has begun of which something is wanted. */
    void opened() {
        incomplete++;
    }

    /** All that is wanted of an object that was open is there, or it has ended. */
    void complete() {
        incomplete--;
        if (incomplete == 0) {
            flush();
        }
    }

    /** What waits is not told, and nothing is open any more. */
    void drop() {
        waiting.clear();
        size = 0;
        incomplete = 0;
    }

    /** How often records were told though something around them was still to come. */
    int givenUp() {
        return givenUp;
    }

    private void flush() {
        while (!waiting.isEmpty()) {
            Waiting next = waiting.poll();
            tell(next.place(), next.problem());
        }
        size = 0;
    }

    private void tell(JsonPlace place, Optional<Problem> problem) {
        problem.ifPresentOrElse(p -> handler.bad(place, p), () -> handler.place(place));
    }
}
