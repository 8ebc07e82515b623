package io.quayside.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What one step of a lane has found out, to be written in one transaction. Not thread-safe. */
final class Progress {
    /** One request that is over. */
    record Tried(long event, Attempt attempt) {}

    /** An event that waits: behind others of its key where {@code delay} is empty; for a person where it is dead. */
    record Waiting(long event, String key, int attempts, Optional<Duration> delay, boolean dead) {}

    final List<Tried> attempts = new ArrayList<>();
    final List<Long> settled = new ArrayList<>();
    final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    /** Keys whose next event may have become the first. */
    final List<String> moved = new ArrayList<>();

    OptionalLong after = OptionalLong.empty();
    boolean windowDone;
    boolean answersAgain;
    boolean gone;
    int failures;
    /** Requests that fail side by side count as one: what has to grow the pause is that it fails again later. */
    private final int mostFailures;

    Duration pause = Duration.ZERO;

    /** @param failures in a row before this step */
    Progress(int failures) {
        this.failures = failures;
        this.mostFailures = Math.max(Endpoint.FAILING, failures + 1);
    }

    void advanceTo(List<Long> ids) {
        if (!ids.isEmpty()) {
            after = OptionalLong.of(ids.get(ids.size() - 1));
        }
    }

    /** So many requests failed in a row that no further one is started in this step. */
    boolean exhausted() {
        return failures >= Endpoint.FAILING && !attempts.isEmpty();
    }

    void pauseFor(Duration time) {
        pause = time.compareTo(pause) > 0 ? time : pause;
    }

    void delivered(Pending event) {
        answersAgain |= failures >= Endpoint.DOWN;
        failures = 0;
        settled.add(event.id());
        moved.add(event.key());
    }

    void failed(Pending event, Optional<Duration> delay) {
        failures = Math.min(failures + 1, mostFailures);
        waiting.put(event.id(), new Waiting(event.id(), event.key(), event.attempts() + 1, delay, delay.isEmpty()));
        moved.add(event.key());
    }

    /** Its request is under way: nobody else sends it until {@code delay} has passed. */
    void underWay(Pending event, Duration delay) {
        waiting.put(event.id(), new Waiting(event.id(), event.key(), event.attempts(), Optional.of(delay), false));
    }

    void behind(List<Pending> events) {
        for (Pending event : events) {
            waiting.putIfAbsent(
                    event.id(), new Waiting(event.id(), event.key(), event.attempts(), Optional.empty(), false));
            moved.add(event.key());
        }
    }
}
