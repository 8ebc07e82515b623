package io.quayside.routes;

import io.quayside.inbox.Drop;
import io.quayside.inbox.Keeping;
import io.quayside.store.Doorbell;
import io.quayside.store.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings dropped files to their routes: one partner's in order, several partners' at once. What fails stays and is tried
 * again, and so does a file that no route takes while its partner's route file is refused. Files of partners without a
 * route are kept as the house layout that they are named after, or as nothing known, which a person then sees rejected.
 */
final class InboxDispatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(InboxDispatch.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration LAST_FILES = Duration.ofSeconds(10);
    private static final int PARTNERS_AT_ONCE = 4;

    private final DroppedFiles files;
    private final Inboxes inboxes;
    private final Keeping keeping;
    private final Predicate<String> waits;
    private final Doorbell bell = new Doorbell();
    private final AtomicLong rings = new AtomicLong();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<DroppedFile> reported = ConcurrentHashMap.newKeySet();
    private final ExecutorService lanes =
            Executors.newFixedThreadPool(PARTNERS_AT_ONCE, run -> daemon(run, "inbox-lane"));
    private final Worker worker;

    /** {@code waits}: whether a partner's files are to wait because its route file is refused. Starts at once. */
    InboxDispatch(DroppedFiles files, Inboxes inboxes, Keeping keeping, Predicate<String> waits) {
        this.files = files;
        this.inboxes = inboxes;
        this.keeping = keeping;
        this.waits = waits;
        this.worker = new Worker("inbox", bell, AGAIN, this::look);
    }

    /** There may be a file, or a route for one. */
    void ring() {
        rings.incrementAndGet();
        bell.ring();
    }

    private boolean look() {
        for (String partner : files.partners()) {
            if (!files.of(partner).isEmpty() && busy.add(partner)) {
                lanes.execute(() -> bring(partner));
            }
        }
        return false;
    }

    /** Brings what waits of one partner; after a failure the other files for the same route wait as well. */
    private void bring(String partner) {
        long before = rings.get();
        Set<Optional<InboxConsumer>> failed = new HashSet<>();
        try {
            for (DroppedFile file : files.of(partner)) {
                Optional<InboxConsumer> taker = inboxes.taker(file);
                if (!failed.contains(taker) && !bring(file, taker)) {
                    failed.add(taker);
                }
            }
        } finally {
            busy.remove(partner);
            if (rings.get() != before) {
                bell.ring();
            }
        }
    }

    private boolean bring(DroppedFile file, Optional<InboxConsumer> taker) {
        try {
            if (taker.isPresent()) {
                taker.get().take(file);
            } else if (waits.test(file.partner())) {
                return false;
            } else {
                keepAsNamed(file);
            }
            files.done(file);
            reported.remove(file);
            return true;
        } catch (IOException | RuntimeException e) {
            if (reported.add(file)) {
                log.warn(
                        "{} of {} waits in the inbox and is tried again: {}",
                        file.name(),
                        file.partner(),
                        OneLine.of(e));
            }
            return false;
        }
    }

    private void keepAsNamed(DroppedFile file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file.path())) {
            String mapping = FileName.houseLayout(file.name()).orElse(Drop.UNROUTED);
            keeping.keep(bytes, Drop.pushed(file.partner(), mapping, file.name()));
        }
    }

    private static Thread daemon(Runnable run, String name) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Files under way may end, for at most ten seconds; the others wait on disk for the next start. */
    @Override
    public void close() {
        worker.close();
        lanes.shutdown();
        try {
            lanes.awaitTermination(LAST_FILES.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
