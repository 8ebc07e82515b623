package io.quayside.supply.dropship;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.supply.orders.Fulfilment.Part;
import io.quayside.supply.orders.OrderChange;
import io.quayside.supply.orders.Ship;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CuttingTest {
    private final Pier pier = new Pier();

    @AfterEach
    void close() {
        pier.close();
    }

    @Test
    void case8WhatTheWarehouseHasNotIsOrderedFromTheSupplier() {
        pier.onHand("P", "MAIN", 10);
        pier.onHand("P", "DELTA", 20);
        pier.order("o1", "P 15");

        pier.cut();

        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5");
        assertThat(pier.strings("select partner || ' ' || kind || ' ' || location || ' ' || orders.number"
                        + " from purchase_order join orders on orders.id = order_id"))
                .containsExactly("delta dropship DELTA o1");
        assertThat(pier.lines()).containsExactly("o1/1 15+0+0 of 15");
    }

    @Test
    void case8WhatTheSupplierHasNotEitherWaits() {
        pier.onHand("P", "MAIN", 10);
        pier.onHand("P", "DELTA", 2);
        pier.order("o1", "P 15");

        pier.cut();

        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 2");
        assertThat(pier.lines()).containsExactly("o1/1 12+0+0 of 15");
    }

    @Test
    void cuttingAgainChangesNothing() {
        pier.onHand("P", "DELTA", 20);
        pier.order("o1", "P 5", "P 2");
        pier.cut();

        assertThat(pier.cutting.step()).isFalse();
        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5", "D100001 2 P 2");
    }

    @Test
    void eachCustomersOrderIsAPurchaseOrderOfItsOwn() {
        pier.onHand("P", "DELTA", 20);
        pier.onHand("Q", "DELTA", 20);
        pier.order("o1", "P 5", "Q 1");
        pier.order("o2", "Q 2");

        pier.cut();

        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5", "D100001 2 Q 1", "D100002 1 Q 2");
    }

    @Test
    void aPurchaseOrderFollowsItsOrderUntilItIsWritten() {
        pier.onHand("P", "DELTA", 3);
        pier.order("o1", "P 5");
        pier.cut();
        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 3");

        pier.onHand("P", "DELTA", 9);
        pier.cut();
        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5");

        pier.fulfilment.cancel("shop", "o1", Optional.of(List.of(new Part("1", 4))));
        pier.cut();
        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 1");

        pier.fulfilment.cancel("shop", "o1", Optional.empty());
        pier.cut();
        assertThat(pier.strings("select number from purchase_order")).isEmpty();
    }

    @Test
    void theDaysOrdersAreCutAtTheCutOffInTheSuppliersZone() {
        pier.dropship("{\"cutoff\": \"16:00\"}");
        pier.onHand("P", "DELTA", 20);
        pier.order("o1", "P 5");
        pier.cut();
        assertThat(pier.purchaseOrders()).isEmpty();

        pier.now = Instant.parse("2026-09-14T20:59:59Z");
        pier.cut();
        assertThat(pier.purchaseOrders()).isEmpty();

        pier.now = Instant.parse("2026-09-14T21:00:00Z");
        pier.cut();
        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5");

        pier.pass(Duration.ofMinutes(1));
        pier.order("o2", "P 2");
        pier.cut();
        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5");
    }

    @Test
    void onADayOffNothingIsCut() {
        pier.dropship("{\"cutoff\": \"16:00\"}");
        pier.sql("update location set working_days = '{mon,tue,wed,thu,fri}' where code = 'DELTA'");
        pier.onHand("P", "DELTA", 20);
        pier.now = Instant.parse("2026-09-18T21:30:00Z");
        pier.order("o1", "P 5");

        pier.now = Instant.parse("2026-09-21T20:30:00Z");
        pier.cut();
        assertThat(pier.purchaseOrders()).isEmpty();

        pier.now = Instant.parse("2026-09-21T21:00:00Z");
        pier.cut();
        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5");
    }

    @Test
    void anOrderOnHoldIsNotCutAndOneThatIsHeldLaterIsTakenBack() {
        pier.onHand("P", "DELTA", 20);
        pier.order("o1", "P 5");
        hold(true);
        pier.cut();
        assertThat(pier.purchaseOrders()).isEmpty();

        hold(false);
        pier.cut();
        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5");

        hold(true);
        pier.cut();
        assertThat(pier.purchaseOrders()).isEmpty();
    }

    @Test
    void anOrderThatShipsCompleteIsCutWhenAllOfItIsThere() {
        pier.onHand("P", "DELTA", 20);
        pier.order("o1", Ship.COMPLETE, "P 5", "Q 1");
        pier.cut();
        assertThat(pier.purchaseOrders()).isEmpty();

        pier.onHand("Q", "MAIN", 1);
        pier.judge();
        pier.cut();
        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5");
    }

    @Test
    void aLineThatShipsWholeIsCutWhenAllOfItIsThere() {
        pier.onHand("P", "MAIN", 3);
        pier.onHand("P", "DELTA", 1);
        pier.order("o1", Ship.LINE, "P 5");
        pier.cut();
        assertThat(pier.purchaseOrders()).isEmpty();

        pier.onHand("P", "DELTA", 2);
        pier.cut();
        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 2");
    }

    @Test
    void aSupplierThatDoesNotDropshipGetsNoPurchaseOrder() {
        pier.sql("update partner set kinds = '{supplier}' where code = 'delta'");
        pier.onHand("P", "DELTA", 20);
        pier.order("o1", "P 5");

        pier.cut();

        assertThat(pier.purchaseOrders()).isEmpty();
    }

    @Test
    void aNumberThatSomebodyGaveByHandIsPassedOver() {
        pier.sql("insert into purchase_order (number, partner, kind) values ('D100001', 'delta', 'dropship')");
        pier.onHand("P", "DELTA", 20);
        pier.order("o1", "P 5");

        pier.cut();

        assertThat(pier.purchaseOrders()).containsExactly("D100002 1 P 5");
    }

    @Test
    void twoNodesThatCutAtOnceGiveOnePurchaseOrder() throws Exception {
        pier.onHand("P", "DELTA", 1000);
        for (int i = 0; i < 60; i++) {
            pier.order("o" + i, "P 5", "P 1");
        }
        Cutting other = new Cutting(pier.database, pier.replanning, () -> pier.now);

        ExecutorService nodes = Executors.newFixedThreadPool(2);
        Future<?> first = nodes.submit(pier::cut);
        Future<?> second = nodes.submit(() -> {
            while (other.step()) {
                pier.pass(Duration.ZERO);
            }
        });
        first.get();
        second.get();
        nodes.shutdown();

        assertThat(pier.strings("select count(*) from purchase_order")).containsExactly("60");
        assertThat(pier.strings("select sum(quantity) from purchase_order_line"))
                .containsExactly("360");
    }

    private void hold(boolean hold) {
        pier.fulfilment.change(
                "shop", "o1", new OrderChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(hold)));
    }
}
