package io.quayside.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one endpoint while this node holds its lease: a step at a time, each at most a second long, so that slow endpoints
 * share the threads with quick ones. A step takes events, sends them (in order within a key, keys side by side) and writes
 * what came of it in one transaction. What is not answered by the end of the step stays under way and is written down as
 * waiting, and the lane goes on without its key.
 *
 * <p>One thread at a time runs {@link #step}; answers come in over a queue. No connection to the database is held while
 * requests are under way.
 */
final class Lane {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private static final int BATCH = 500;
    private static final int WINDOW = 20_000;
    private static final int IN_FLIGHT = 32;
    private static final Duration SLICE = Duration.ofSeconds(1);
    /** Longer than a request can take: only then may somebody else try what we had under way. */
    private static final Duration UNDER_WAY = Sender.TIMEOUT.plusSeconds(5);

    private record Answered(Chain chain, Instant at, int millis, Reply reply) {}

    private final String webhook;
    private final UUID lease;
    private final LaneStore store;
    private final Outgoing outgoing;
    private final Deque<Long> window = new ArrayDeque<>();
    private boolean windowComplete;
    private final Map<String, Chain> underWay = new HashMap<>();
    private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();

    Lane(String webhook, UUID lease, LaneStore store, Outgoing outgoing) {
        this.webhook = webhook;
        this.lease = lease;
        this.store = store;
        this.outgoing = outgoing;
    }

    /** Does one step; says whether there may be more to do now. */
    boolean step() {
        Optional<Endpoint> held = store.renew(webhook, lease);
        if (held.isEmpty()) {
            return false;
        }
        Endpoint endpoint = held.get();
        Progress progress = new Progress(endpoint.failures());
        Deque<Chain> ready = take(endpoint, progress);
        boolean working = !ready.isEmpty() || !underWay.isEmpty();
        if (working) {
            send(outgoing.to(endpoint), ready, progress);
            putAside(ready, progress);
        }
        boolean ours = store.record(endpoint, lease, progress);
        boolean more = progress.pause.isZero() && (working || progress.after.isPresent());
        return ours && (more || !underWay.isEmpty());
    }

    void release() {
        store.release(webhook, lease);
    }

    @Override
    public String toString() {
        return "the lane of " + webhook;
    }

    /** What is due again, then new events as far as there is room. */
    private Deque<Chain> take(Endpoint endpoint, Progress progress) {
        List<Pending> work = new ArrayList<>();
        if (endpoint.failing() && !endpoint.paused()) {
            // One request says whether it answers again: a new event if there is one, for what is due may be a bad key.
            work.addAll(fresh(endpoint, 1, progress));
            if (work.isEmpty()) {
                work.addAll(due(1));
            }
        } else if (!endpoint.paused()) {
            work.addAll(due(BATCH));
            work.addAll(fresh(endpoint, Math.max(0, BATCH - work.size()), progress));
        }
        Map<String, Chain> chains = new LinkedHashMap<>();
        work.forEach(event -> chains.computeIfAbsent(event.key(), Chain::new).add(event));
        chains.values().forEach(chain -> chain.coalesce().forEach(event -> progress.settled.add(event.id())));
        return new ArrayDeque<>(chains.values());
    }

    private List<Pending> due(int room) {
        return store.due(webhook, room).stream()
                .filter(event -> !underWay.containsKey(event.key()))
                .toList();
    }

    /** New events whose keys do not wait; those of waiting keys go behind them. */
    private List<Pending> fresh(Endpoint endpoint, int room, Progress progress) {
        if (window.isEmpty()) {
            window.addAll(store.window(endpoint, WINDOW));
            windowComplete = window.size() < WINDOW;
        }
        List<Long> ids = new ArrayList<>();
        while (ids.size() < room && !window.isEmpty()) {
            ids.add(window.poll());
        }
        progress.advanceTo(ids);
        progress.windowDone = window.isEmpty() && windowComplete;
        Map<Boolean, List<Pending>> events =
                store.events(webhook, ids).stream().collect(Collectors.partitioningBy(Pending::waits));
        progress.behind(events.get(true));
        return events.get(false);
    }

    private void send(Outgoing.Line line, Deque<Chain> ready, Progress progress) {
        long end = System.nanoTime() + SLICE.toNanos();
        while (true) {
            while (underWay.size() < IN_FLIGHT && !ready.isEmpty() && !progress.exhausted()) {
                start(line, ready.poll());
            }
            Answered answered = underWay.isEmpty() ? null : next(end);
            if (answered == null) {
                return;
            }
            settle(answered, ready, progress);
        }
    }

    private void start(Outgoing.Line line, Chain chain) {
        underWay.put(chain.key(), chain);
        Instant at = outgoing.now();
        long start = System.nanoTime();
        line.post(chain.head(), at)
                .onSuccess(reply -> answers.add(new Answered(
                        chain, at, (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), reply)));
    }

    private Answered next(long end) {
        try {
            return answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void settle(Answered answered, Deque<Chain> ready, Progress progress) {
        Chain chain = answered.chain();
        Pending event = chain.head();
        Reply reply = answered.reply();
        underWay.remove(chain.key());
        progress.attempts.add(new Progress.Tried(
                event.id(), new Attempt(answered.at(), reply.status(), reply.error(), answered.millis())));
        if (reply.delivered()) {
            progress.delivered(event);
            if (chain.next()) {
                ready.addFirst(chain);
            }
            return;
        }
        int failures = event.attempts() + 1;
        Optional<Duration> delay = RetrySchedule.delay(
                        failures, ThreadLocalRandom.current().nextDouble())
                .map(d -> RetrySchedule.withAsked(d, reply.retryAfter()));
        progress.failed(event, delay);
        progress.behind(chain.cutTail());
        reply.askedPause()
                .ifPresent(asked -> progress.pauseFor(RetrySchedule.withAsked(Duration.ZERO, Optional.of(asked))));
        progress.gone |= reply.gone();
        log.warn(
                "{} did not reach {}: {}; failure {}, {}",
                event.messageId(),
                webhook,
                reply.sentence(),
                failures,
                delay.map(d -> "again in " + d.toSeconds() + " s").orElse("given up"));
    }

    private void putAside(Collection<Chain> notStarted, Progress progress) {
        for (Chain chain : notStarted) {
            progress.behind(List.of(chain.head()));
            progress.behind(chain.cutTail());
        }
        for (Chain chain : underWay.values()) {
            if (!chain.aside()) {
                chain.setAside();
                progress.underWay(chain.head(), UNDER_WAY);
                progress.behind(chain.cutTail());
            }
        }
        progress.pauseFor(RetrySchedule.pause(progress.failures));
    }
}
