package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.supply.PurchaseOrders.Body;
import io.quayside.supply.PurchaseOrders.Line;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A purchase order said anew while an answer to it is applied. */
class PurchaseOrderLocksTest {
    @Test
    void anAnswerLocksTheSkusOfLinesThatCameMeanwhile() throws Exception {
        try (DropshipYard north = new DropshipYard()) {
            Yard yard = north.yard;
            PurchaseOrders orders = new PurchaseOrders(yard.database, yard.replanning);
            orders.put("PO", body("P"));
            ExecutorService others = Executors.newFixedThreadPool(2);
            CountDownLatch release = new CountDownLatch(1);

            Future<?>[] both = yard.database.together(handle -> {
                orders.put("PO", body("P", "Q"));
                Future<?> answer = others.submit(() -> north.answer("PO", "1 accept 5", "2 accept 5"));
                waitingForLocks(yard, 1);
                Future<?> holder = others.submit(() -> yard.database.transact(h -> {
                    yard.replanning.lock(h, List.of("Q"));
                    join(release);
                }));
                waitingForLocks(yard, 2);
                return new Future<?>[] {answer, holder};
            });

            await().until(() -> both[0].isDone() || locks(yard) == 1);
            assertThat(both[0].isDone()).isFalse();
            release.countDown();
            both[0].get();
            both[1].get();
            assertThat(yard.strings("select acknowledged from purchase_order_line order by line"))
                    .containsExactly("5", "5");
            others.shutdown();
        }
    }

    private static void waitingForLocks(Yard yard, int many) {
        await().until(() -> locks(yard) == many);
    }

    /** Sessions that wait for a lock; asked on the calling thread's own connection. */
    private static int locks(Yard yard) {
        return Integer.parseInt(yard.strings("select count(*) from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and datname = current_database()")
                .get(0));
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Body body(String... skus) {
        List<Line> lines = Arrays.stream(skus)
                .map(sku -> new Line(sku.equals("P") ? "1" : "2", sku, 5, Optional.of(Yard.day(20)), Optional.empty()))
                .toList();
        return new Body("north", "replenishment", Optional.of("MAIN"), Optional.of(true), lines);
    }
}
