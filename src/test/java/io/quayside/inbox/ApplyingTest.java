package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.supply.Applied;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplyingTest {
    /** Lines that make a document too big to be claimed with others. */
    private static final int BIG = 1_200;

    private final Feeds feeds = new Feeds();

    @AfterEach
    void close() {
        feeds.close();
    }

    @Test
    void aLargeDocumentIsAppliedInChunksThatNeverSplitASku() {
        feeds.items(4500);
        long id = feeds.drop(quantities(4500, 1));

        feeds.work();

        assertThat(feeds.text(
                        "select chunks || ' of ' || chunks_done || ', ' || (told ->> 'stock_changes') from document"))
                .isEqualTo("3 of 3, 4500");
        assertThat(feeds.text("select max(n)::text from (select count(distinct chunk) n from change group by sku)"))
                .isEqualTo("1");
        assertThat(feeds.status(id)).isEqualTo("applied");
    }

    @Test
    void aChangeNamesTheMessageThatSaysIt() {
        feeds.items(1);

        feeds.drop(
                "message,shipment,1,full,",
                "shipment,S1,PO-1,1,A1,2,",
                "shipment,S1,PO-1,1,A1,2,",
                "message,shipment,2,full,",
                "shipment,S1,PO-1,1,A1,2,");
        feeds.work();

        assertThat(feeds.list("select message from change order by seq")).containsExactly("1", "1", "2");
    }

    @Test
    void twoChunksOfADocumentAreUnderWayAtOnce() {
        feeds.items(4500);
        CountDownLatch both = new CountDownLatch(2);
        feeds.chunks((h, document, partner, chunk) -> {
            both.countDown();
            if (!reached(both)) {
                throw new AssertionError("chunk " + chunk + " was alone");
            }
            return Feeds.apply(h, document, partner, chunk);
        });
        long id = feeds.drop(quantities(4500, 1));

        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(feeds.text("select sum(quantity)::text from movement")).isEqualTo("4500");
    }

    @Test
    void aProcessKilledBetweenTwoChunksIsFollowedByOneThatGoesOnThere() {
        feeds.items(4500);
        Queue<Integer> applied = new ConcurrentLinkedQueue<>();
        AtomicBoolean killed = new AtomicBoolean();
        feeds.chunks((h, document, partner, chunk) -> {
            if (chunk == 2 && !killed.getAndSet(true)) {
                throw new Killed();
            }
            Applied told = Feeds.apply(h, document, partner, chunk);
            h.afterCommit(() -> applied.add(chunk));
            return told;
        });
        long id = feeds.drop(quantities(4500, 1));

        killed(feeds::work);
        assertThat(feeds.status(id)).isEqualTo("staged");
        leasesRunOut();
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(applied).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(feeds.text("select sum(quantity) || ' ' || count(*) from movement"))
                .isEqualTo("4500 4500");
        assertThat(feeds.text("select told ->> 'stock_changes' from document")).isEqualTo("4500");
    }

    @Test
    void aWorkerThatLostItsLeaseWritesNothing() {
        feeds.items(1);
        long id = feeds.drop("inventory,A1,1");
        Claims claims = new Claims(feeds.database);
        Claim lost = claims.take(Long.MAX_VALUE).get(0);
        leasesRunOut();
        feeds.work();

        feeds.database.transact(h -> h.execute("insert into document_chunk (document_id, chunk) values (?, 1)", id));
        Applying applying = new Applying(feeds.database, Feeds::apply, feeds.tellings);

        assertThatThrownBy(() -> applying.apply(lost, List.of(1), () -> false)).isInstanceOf(LostLease.class);

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(feeds.text("select count(*)::text from movement")).isEqualTo("1");
        applying.close();
        claims.close();
    }

    @Test
    void aSkuThatCannotBeAppliedIsHeldAndTheRestGoesOn() {
        feeds.items(5);
        AtomicInteger tries = new AtomicInteger();
        feeds.chunks((h, document, partner, chunk) -> {
            boolean poisoned = h.createQuery("select exists (select from change where chunk = :chunk and sku = 'A3')")
                    .bind("chunk", chunk)
                    .mapTo(Boolean.class)
                    .one();
            if (poisoned) {
                tries.incrementAndGet();
                throw new IllegalStateException("a defect of ours");
            }
            return Feeds.apply(h, document, partner, chunk);
        });

        long id = feeds.drop(quantities(5, 7));
        long next = feeds.drop(quantities(5, 8));
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(feeds.problems(id)).containsExactly("not_applied at line 3: A3");
        assertThat(feeds.stock("A3")).isEqualTo("none");
        assertThat(feeds.status(next)).isEqualTo("applied");
        assertThat(feeds.stock("A5")).isEqualTo("ACME 8");
        assertThat(tries).hasValue(12);
    }

    @Test
    void aDocumentThatTheReaderBreaksOnIsRejectedAndItsFeedGoesOn() {
        feeds.items(1);
        long broken = feeds.keep(Drop.pushed("acme", "acme/inventory", "broken"), "inventory,A1,1\n");
        long next = feeds.drop("inventory,A1,2");

        for (int i = 0; i < 3; i++) {
            try {
                feeds.work();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("could not be read");
            }
        }

        assertThat(feeds.status(broken)).isEqualTo("rejected");
        assertThat(feeds.problems(broken)).containsExactly("not_applied at document");
        assertThat(feeds.status(next)).isEqualTo("applied");
    }

    @Test
    void aFeedsDocumentsAreTakenOneByOneAndOtherFeedsDoNotWait() {
        feeds.items(1);
        feeds.mappings.put("acme/other", SmallCsv.named("acme/other"));
        long first = feeds.drop(quantities(BIG, 1));
        feeds.drop(quantities(BIG, 2));
        long other = feeds.dropAs("acme", "acme/other", "inventory,A1,3");
        Claims claims = new Claims(feeds.database);

        assertThat(ids(claims.take(Long.MAX_VALUE))).containsExactly(first);
        assertThat(ids(claims.take(Long.MAX_VALUE))).containsExactly(other);
        assertThat(claims.take(Long.MAX_VALUE)).isEmpty();
        claims.close();
    }

    @Test
    void smallDocumentsOfAFeedAreTakenTogetherInTheirOrderUpToABigOne() {
        long first = feeds.drop("inventory,A1,1");
        long second = feeds.drop("inventory,A1,2");
        long big = feeds.drop(quantities(BIG, 1));
        feeds.drop("inventory,A1,3");
        Claims claims = new Claims(feeds.database);

        assertThat(ids(claims.take(Long.MAX_VALUE))).containsExactly(first, second);
        assertThat(claims.take(Long.MAX_VALUE)).isEmpty();
        feeds.database.transact(h ->
                h.execute("update document set status = 'ignored', ended_at = now(), lease = null where id < ?", big));
        assertThat(ids(claims.take(Long.MAX_VALUE))).containsExactly(big);
        claims.close();
    }

    @Test
    void whatFollowsADocumentThatFailsIsGivenBackWithIt() {
        feeds.items(1);
        long broken = feeds.keep(Drop.pushed("acme", "acme/inventory", "broken"), "inventory,A1,1\n");
        long next = feeds.drop("inventory,A1,2");

        assertThatThrownBy(feeds::work).hasMessageContaining("could not be read");

        assertThat(feeds.text("select string_agg(status || coalesce(lease::text, ''), ' ' order by id) from document"))
                .isEqualTo("kept kept");
        assertThat(next).isGreaterThan(broken);
    }

    @Test
    void aDocumentThatIsReadAgainWaitsForALaterOneUnderWay() {
        feeds.items(1);
        long first = feeds.drop("inventory,A1,1");
        feeds.work();
        feeds.drop("inventory,A1,2");
        Claims claims = new Claims(feeds.database);
        List<Claim> later = claims.take(Long.MAX_VALUE);

        feeds.database.transact(
                h -> h.execute("update document set status = 'kept', ended_at = null where id = ?", first));
        assertThat(claims.take(Long.MAX_VALUE)).isEmpty();

        claims.release(later);
        assertThat(ids(claims.take(Long.MAX_VALUE)).get(0)).isEqualTo(first);
        claims.close();
    }

    @Test
    void theWorkerForSmallDocumentsLeavesBigOnes() {
        feeds.items(1);
        feeds.drop(quantities(10, 1));
        Claims claims = new Claims(feeds.database);

        assertThat(claims.take(20)).isEmpty();
        assertThat(claims.take(1000)).hasSize(1);
        claims.close();
    }

    private static List<Long> ids(List<Claim> run) {
        return run.stream().map(Claim::id).toList();
    }

    private void leasesRunOut() {
        feeds.database.transact(h -> h.execute("update document set lease_until = now() - interval '1 second'"));
    }

    private static void killed(Runnable work) {
        try {
            work.run();
        } catch (Killed e) {
            return;
        }
        throw new AssertionError("it ended by itself");
    }

    private static String[] quantities(int items, int quantity) {
        return IntStream.rangeClosed(1, items)
                .mapToObj(i -> "inventory,A" + i + "," + quantity)
                .toArray(String[]::new);
    }

    private static boolean reached(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Not an exception: nothing of ours catches it, as nothing catches a kill. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
