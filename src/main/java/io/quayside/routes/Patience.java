package io.quayside.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/**
 * Breaks connections off on which the other side lets us wait too long: their sockets are closed, whatever a library waits
 * for on them. Nothing else notices an SFTP program that hangs behind an SSH server that lives, or a server that
 * stops to read what we send. Thread-safe.
 */
final class Patience implements AutoCloseable {
    private static final int LOOK_MS = 500;

    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Patience::daemon);

    Patience() {
        clock.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /** What may hang. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T of() throws E;
    }

    /** With one connection; {@code most} is how long it may make no progress. Close it with the connection. */
    Wait with(String server, Duration most) {
        Wait wait = new Wait(server, most);
        waits.add(wait);
        return wait;
    }

    private void look() {
        for (Wait wait : waits) {
            if (wait.isTooLong()) {
                waits.remove(wait);
                // A socket with TLS may have to wait itself, and must not hold up the others.
                daemon(wait::breakOff).start();
            }
        }
    }

    private static Thread daemon(Runnable run) {
        Thread thread = new Thread(run, "patience");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** One thread waits; another may break off. */
    final class Wait implements AutoCloseable {
        private final String server;
        private final Duration most;
        private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
        private volatile boolean waiting;
        private volatile long since;
        private volatile boolean over;

        private Wait(String server, Duration most) {
            this.server = server;
            this.most = most;
        }

        /** A socket of the connection. */
        void on(Socket socket) {
            sockets.add(socket);
            if (over) {
                breakOff();
            }
        }

        /** What fails because we have broken off says so. May be inside another one, and is progress of that. */
        <T, E extends Exception> T during(Work<T, E> work) throws E, SiteFailure {
            boolean before = waiting;
            since = System.nanoTime();
            waiting = true;
            try {
                return work.of();
            } catch (Exception e) {
                if (over) {
                    throw new SiteFailure(
                            server + " did nothing for " + most.toSeconds() + " s: the connection was broken off", e);
                }
                throw e;
            } finally {
                since = System.nanoTime();
                waiting = before;
            }
        }

        /** Something came. */
        void goesOn() {
            since = System.nanoTime();
        }

        /** Each piece of the bytes is progress. */
        InputStream each(InputStream bytes) {
            return new FilterInputStream(bytes) {
                @Override
                public int read() throws IOException {
                    return during(super::read);
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    return during(() -> super.read(into, from, length));
                }

                @Override
                public void close() throws IOException {
                    during(() -> {
                        super.close();
                        return true;
                    });
                }
            };
        }

        private boolean isTooLong() {
            return waiting && System.nanoTime() - since > most.toNanos();
        }

        private void breakOff() {
            over = true;
            for (Socket socket : sockets) {
                try {
                    if (socket instanceof SSLSocket) {
                        // Else it waits for the writer that we want to end.
                        socket.setSoLinger(true, 0);
                    }
                    socket.close();
                } catch (IOException e) {
                    // It was closed.
                }
            }
        }

        @Override
        public void close() {
            waits.remove(this);
        }
    }
}
