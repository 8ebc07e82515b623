package io.quayside.inbox;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Rows on their way from the thread that reads a document to the thread that copies them into the database. A few buffers
 * wait at most, so both work at once and memory stays constant.
 */
final class Pipe {
    private static final byte[] END = new byte[0];
    private static final int BUFFERS = 4;

    private final BlockingQueue<byte[]> buffers = new ArrayBlockingQueue<>(BUFFERS);
    private volatile boolean abandoned;

    /** Waits for room; throws when nobody takes any more. */
    void put(byte[] rows) {
        try {
            while (!buffers.offer(rows, 100, TimeUnit.MILLISECONDS)) {
                if (abandoned) {
                    throw new IllegalStateException("the staging has ended");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while staging", e);
        }
    }

    void end() {
        put(END);
    }

    /** Waits for rows; none when the reader has put the end, or has ended without it. */
    Optional<byte[]> take(Future<?> reader) {
        try {
            while (true) {
                byte[] rows = buffers.poll(100, TimeUnit.MILLISECONDS);
                if (rows != null) {
                    return rows == END ? Optional.empty() : Optional.of(rows);
                }
                if (reader.isDone() && buffers.isEmpty()) {
                    return Optional.empty();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while staging", e);
        }
    }

    /** Lets the reading thread go, whatever it still has. */
    void abandon() {
        abandoned = true;
        buffers.clear();
    }
}
