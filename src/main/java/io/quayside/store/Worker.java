package io.quayside.store;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does steps of work while there are any, then sleeps until its doorbell rings or the interval is over.
 * A step that throws is logged in one line with its cause and tried again after the interval.
 */
public final class Worker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final BooleanSupplier step;
    private final Doorbell bell;
    private final Duration interval;
    private final Thread thread;
    private volatile boolean closed;

    /** {@code step} does one piece of work and says whether there may be more. Starts at once. */
    public Worker(String name, Doorbell bell, Duration interval, BooleanSupplier step) {
        this.name = name;
        this.bell = bell;
        this.interval = interval;
        this.step = step;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                if (!step.getAsBoolean()) {
                    bell.await(interval);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | StackOverflowError e) {
                if (closed) {
                    return;
                }
                if (Interruption.is(e)) {
                    log.warn("{} goes on in {} s: the database does not answer", name, interval.toSeconds());
                } else {
                    log.error("{} failed and goes on in {} s", name, interval.toSeconds(), e);
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            new Doorbell().await(interval);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the step under way end, for at most 20 seconds. */
    @Override
    public void close() {
        closed = true;
        bell.ring();
        try {
            thread.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
