package io.quayside.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes a worker when there may be work. A ring while nobody waits is remembered, so none is lost; many rings are one.
 * It is only a hint within one node: workers also look by themselves at an interval, for what other nodes left.
 */
public final class Doorbell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final long rest;
    private boolean rung;
    private long woke = System.nanoTime();

    public Doorbell() {
        this(Duration.ZERO);
    }

    /** Who was woken less than {@code rest} ago hears the next ring only then. */
    public Doorbell(Duration rest) {
        this.rest = rest.toNanos();
    }

    /** Call after the commit that made the work. */
    public void ring() {
        lock.lock();
        try {
            rung = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until rung or {@code longest} has passed. */
    public void await(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            long tired = woke + rest - System.nanoTime();
            while (tired > 0) {
                tired = changed.awaitNanos(tired);
            }
            while (!rung && left > 0) {
                left = changed.awaitNanos(left);
            }
            woke = rung ? System.nanoTime() : woke;
            rung = false;
        } finally {
            lock.unlock();
        }
    }
}
