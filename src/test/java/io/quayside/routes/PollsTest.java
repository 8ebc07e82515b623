package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PollsTest {
    private static final Duration LATER = Duration.ofHours(1);

    private final Polls polls = new Polls();
    private final CountDownLatch dead = new CountDownLatch(1);

    @AfterEach
    void close() {
        dead.countDown();
        polls.close();
    }

    /** A host that answers after a moment. */
    private record Live(AtomicInteger polled) implements Polls.Feed {
        @Override
        public Duration poll() {
            polled.incrementAndGet();
            return LATER;
        }

        @Override
        public boolean isTroubled() {
            return false;
        }
    }

    /** A host that never answers. */
    private record Dead(CountDownLatch end, boolean isTroubled) implements Polls.Feed {
        @Override
        public Duration poll() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return LATER;
        }
    }

    /** Twenty hosts that were well until now, all at once and before all others. */
    @Test
    void twentyDeadHostsDoNotHoldUpTheLiveOnes() {
        List<AtomicInteger> live = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            polls.start(new Dead(dead, false));
        }
        for (int i = 0; i < 280; i++) {
            live.add(new AtomicInteger());
            polls.start(new Live(live.get(i)));
        }

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> live.stream()
                .allMatch(polled -> polled.get() == 1));
    }

    /** Thirty that stop to answer at the same moment, before their time-outs have told. */
    @Test
    void thirtyHostsThatHangAtOnceDoNotDisturbTheRhythmOfTheOthers() {
        for (int i = 0; i < 30; i++) {
            polls.start(new Dead(dead, false));
        }
        List<Beating> live = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            live.add(new Beating(new AtomicInteger()));
            polls.start(live.get(i));
        }

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> live.stream()
                .allMatch(feed -> feed.polled().get() >= 10));
    }

    /** A host that is asked five times a second. */
    private record Beating(AtomicInteger polled) implements Polls.Feed {
        @Override
        public Duration poll() {
            polled.incrementAndGet();
            return Duration.ofMillis(200);
        }

        @Override
        public boolean isTroubled() {
            return false;
        }
    }

    @Test
    void hostsKnownToBeDeadHoldUpNobodyAndThreeHundredIdleFeedsNeedAHandfulOfThreads() {
        List<AtomicInteger> live = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            polls.start(new Dead(dead, true));
        }
        for (int i = 0; i < 300; i++) {
            live.add(new AtomicInteger());
            polls.start(new Live(live.get(i)));
        }

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> live.stream()
                .allMatch(polled -> polled.get() == 1));
        assertThat(threads()).isLessThanOrEqualTo(9);
    }

    @Test
    void aFeedIsPolledAgainAfterTheTimeItSaysUntilItIsStopped() throws Exception {
        AtomicInteger polled = new AtomicInteger();
        CountDownLatch thrice = new CountDownLatch(3);
        AutoCloseable poll = polls.start(new Polls.Feed() {
            @Override
            public Duration poll() {
                polled.incrementAndGet();
                thrice.countDown();
                return Duration.ofMillis(20);
            }

            @Override
            public boolean isTroubled() {
                return false;
            }
        });
        assertThat(thrice.await(20, TimeUnit.SECONDS)).isTrue();

        poll.close();

        int then = polled.get() + 1;
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> polled.get() <= then);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("polls"))
                .count();
    }
}
