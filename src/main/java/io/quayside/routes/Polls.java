package io.quayside.routes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Polls of all feeds, on a handful of threads, in the order in which they are due. A feed in trouble polls in a lane of its
 * own, so hosts that do not answer hold up each other and nobody else; a poll that takes long, for whatever reason, gets
 * another thread in its place until it ends.
 */
final class Polls implements AutoCloseable {
    private static final int QUICK = 4;
    private static final int SLOW = 4;
    private static final int MOST = 128;
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int LOOK_MS = 500;

    /** What is polled. */
    interface Feed {
        /** Polls once and answers how long to wait for the next time. Never throws. */
        Duration poll();

        /** Whether the last poll failed, or the next one probably will. */
        boolean isTroubled();
    }

    private final ScheduledExecutorService clock = clock();
    private final ThreadPoolExecutor quick = pool("polls", QUICK);
    private final ExecutorService slow = pool("polls-troubled", SLOW);
    private final List<Poll> running = new CopyOnWriteArrayList<>();

    Polls() {
        clock.scheduleWithFixedDelay(this::makeRoom, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /** Polls at once and again after each answered delay, until closed; a poll under way then ends by itself. */
    AutoCloseable start(Feed feed) {
        Poll poll = new Poll(feed);
        poll.after(Duration.ZERO);
        return poll;
    }

    private final class Poll implements AutoCloseable, Runnable {
        private final Feed feed;
        private volatile boolean closed;
        private volatile long began;

        Poll(Feed feed) {
            this.feed = feed;
        }

        void after(Duration delay) {
            try {
                clock.schedule(this::queue, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                closed = true;
            }
        }

        private void queue() {
            if (!closed) {
                (feed.isTroubled() ? slow : quick).execute(this);
            }
        }

        @Override
        public void run() {
            if (closed) {
                return;
            }
            began = System.nanoTime();
            running.add(this);
            Duration next;
            try {
                next = feed.poll();
            } finally {
                running.remove(this);
            }
            after(next);
        }

        boolean isLong() {
            return System.nanoTime() - began > LONG.toNanos() && !feed.isTroubled();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Room for twice as many as take long, because those that wait behind them may be like them. */
    private void makeRoom() {
        int slowOnes = (int) running.stream().filter(Poll::isLong).count();
        quick.setCorePoolSize(Math.min(QUICK + 2 * slowOnes, MOST));
    }

    private static ThreadPoolExecutor pool(String name, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, MOST, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> daemon(run, name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, run -> daemon(run, "polls-clock"));
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return Executors.unconfigurableScheduledExecutorService(clock);
    }

    private static Thread daemon(Runnable run, String name) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        quick.shutdownNow();
        slow.shutdownNow();
    }
}
