package io.quayside.planning;

import static io.quayside.planning.Scene.day;
import static io.quayside.planning.Scene.inbound;
import static io.quayside.planning.Scene.supplier;
import static io.quayside.planning.Scene.warehouse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The worked cases of the allocation page, by their numbers, as far as the planner alone decides them. */
class WorkedCasesTest {
    private final Scene scene = new Scene();

    @Test
    void case1_aBiggerCountRefillsInOrderAndASmallerOneTakesBackFromTheEnd() {
        scene.onHand(5).line("A", 10).line("B", 10).plan();
        assertThat(scene.allocated()).containsExactly(5, 0);

        scene.onHand(16).plan();
        assertThat(scene.allocated()).containsExactly(10, 6);

        scene.onHand(11).plan();
        assertThat(scene.allocated()).containsExactly(10, 1);
        assertThat(scene.of("B").rule()).startsWith("7 ");
        assertThat(scene.of("B").needed()).contains("1 more on hand");
    }

    @Test
    void case2_unitsAheadCountAndAHighPriorityOvertakesAllThatIsNotFirm() {
        fiveLines().plan();
        assertThat(scene.allocated()).containsExactly(5, 3, 12, 0, 0);
        assertThat(scene.plan.lines()).extracting(LinePlan::unitsAhead).containsExactly(0, 5, 8, 28, 48);

        scene.priority("4", 1).plan();
        assertThat(scene.allocated()).containsExactly(0, 0, 0, 20, 0);
    }

    @Test
    void case2_unitsHeldForLongerThanFirmAfterStayWhateverPriorityComesLater() {
        fiveLines().plan();

        scene.later(Duration.ofMinutes(61)).priority("4", 1).plan();

        assertThat(scene.allocated()).containsExactly(5, 3, 12, 0, 0);
        assertThat(scene.of("1").rule()).startsWith("4 ");
    }

    @Test
    void case3_equalLinesGoByStorefrontNumberAndLineAndRerunsChangeNothing() {
        Instant same = Instant.parse("2026-08-01T00:00:00Z");
        scene.onHand(6).line("o3", 4).line("o1", 4).line("o2", 4);
        scene.placedAt("o1", same).placedAt("o2", same).placedAt("o3", same).plan();

        assertThat(scene.allocated()).containsExactly(0, 4, 2);
        IntStream.range(0, 10).forEach(rerun -> assertThat(scene.plan()).isEmpty());
    }

    @Test
    void case5_anyTakesPartsAndCompleteTakesAllOrNothing() {
        scene.onHand("P", main(5)).onHand("Q", main(10));
        twoOrders(ShipRule.ANY).plan();
        assertThat(scene.allocated()).containsExactly(5, 5, 0, 5);

        twoOrders(ShipRule.COMPLETE).plan();
        assertThat(scene.allocated()).containsExactly(5, 5, 0, 0);
        assertThat(scene.plan.judged())
                .containsEntry(new OrderKey("shop", "A"), true)
                .containsEntry(new OrderKey("shop", "B"), false);
        assertThat(scene.plan.skus()).extracting(SkuPlan::available).containsExactly(0, 5);
    }

    @Test
    void case6_aLineThatShipsWholeTakesNothingUntilItIs() {
        scene.onHand(5).line("A", "P", 10, ShipRule.LINE).plan();
        assertThat(scene.allocated()).containsExactly(0);

        scene.onHand(10).plan();
        assertThat(scene.allocated()).containsExactly(10);
    }

    @Test
    void case7_oneWarehouseIsEmptiedBeforeTheNextAndNeverMoreThanMissing() {
        scene.onHand("P", List.of(new OnHand(warehouse("EAST", 2), 3), new OnHand(warehouse("MAIN", 1), 4)));
        scene.line("A", 5).plan();
        assertThat(scene.of("A").held()).extracting(Held::location).containsExactly("MAIN", "EAST");
        assertThat(scene.of("A").held()).extracting(Held::units).containsExactly(4, 1);

        scene.onHand("P", List.of(new OnHand(warehouse("EAST", 2), 15), new OnHand(warehouse("MAIN", 1), 10)));
        scene.open("A", 13).plan();
        assertThat(scene.of("A").held()).extracting(Held::units).containsExactly(10, 3);
    }

    @Test
    void case8_ownWarehousesComeBeforeASuppliersStock() {
        scene.onHand("P", List.of(new OnHand(supplier("SUP"), 20), new OnHand(warehouse("MAIN", 9), 10)));
        scene.line("A", 15).plan();
        assertThat(scene.of("A").held()).extracting(Held::units).containsExactly(10, 5);

        scene.onHand("P", List.of(new OnHand(supplier("SUP"), 2), new OnHand(warehouse("MAIN", 9), 10)))
                .plan();
        assertThat(scene.of("A").held()).extracting(Held::units).containsExactly(10, 2);
    }

    @Test
    void case11_whatANewOrderCanHaveByDayAndWhatALateInboundTakesAway() {
        scene.onHand(20, inbound("I3", 10, 3), inbound("I5", 1, 5), inbound("I6", 3, 6));
        scene.line("day1", 3).line("day4", 15).later(Duration.ofDays(1)).plan();
        assertThat(scene.allocated()).containsExactly(3, 15);
        assertThat(IntStream.rangeClosed(1, 6).map(scene::newOrderCouldHave)).containsExactly(2, 2, 12, 12, 13, 16);

        scene.later(Duration.ofDays(3)).plan();
        assertThat(IntStream.rangeClosed(4, 6).map(scene::newOrderCouldHave)).containsExactly(2, 3, 6);
    }

    @Test
    void case12_aNewInboundMovesExactlyTwoPromises() {
        scene.onHand(0, inbound("D20", 15, 20))
                .line("A", 6)
                .line("B", 4)
                .line("C", 5)
                .plan();
        assertThat(scene.promised()).containsExactly(20, 20, 20);
        List<Promise> before = List.of(
                scene.of("A").promise(), scene.of("B").promise(), scene.of("C").promise());

        scene.onHand(0, inbound("D20", 15, 20), inbound("D10", 10, 10)).plan();

        assertThat(scene.promised()).containsExactly(10, 10, 20);
        assertThat(scene.of("C").promise()).isEqualTo(before.get(2));
    }

    @Test
    void case13_aSlippedEtaMovesCurrentOnceAndNeverOriginal() {
        scene.onHand(0, inbound("I", 10, 5)).line("A", 10).plan();

        scene.onHand(0, inbound("I", 10, 9)).plan();

        assertThat(scene.of("A").promise()).isEqualTo(new Promise(Optional.of(day(5)), Optional.of(day(9))));
        assertThat(scene.plan()).isEmpty();
    }

    @Test
    void case13_anInboundOfOneDoesNotCoverAWaitOfTen() {
        scene.onHand(0, inbound("I", 1, 5)).line("A", 10).plan();

        assertThat(scene.of("A").promise()).isEqualTo(Promise.NONE);
        assertThat(scene.of("A").pegged()).extracting(Peg::units).containsExactly(1);
    }

    @Test
    void case14_theNewerOfTwoAllocatedLinesLosesWithTheReason() {
        scene.onHand(10).line("A", 5).line("B", 5).plan();

        scene.onHand(6).later(Duration.ofDays(2)).plan();

        assertThat(scene.allocated()).containsExactly(5, 1);
        assertThat(scene.of("B").rule()).isEqualTo("7 stock shrank: last come, first lose");
    }

    @Test
    void case16_planningAgainGivesAnEmptyDifference() {
        scene.onHand(7, inbound("I", 4, 3))
                .line("A", 6)
                .line("B", 3)
                .line("C", "P", 4, ShipRule.LINE)
                .plan();

        assertThat(scene.plan()).isEmpty();
    }

    private Scene fiveLines() {
        return scene.onHand(20)
                .line("1", 5)
                .line("2", 3)
                .line("3", 20)
                .line("4", 20)
                .line("5", 15);
    }

    private Scene twoOrders(ShipRule ship) {
        return scene.line("A/1", "P", 5, ship)
                .line("A/2", "Q", 5, ship)
                .line("B/1", "P", 5, ship)
                .line("B/2", "Q", 5, ship);
    }

    private static List<OnHand> main(int units) {
        return List.of(new OnHand(warehouse("MAIN", 1), units));
    }
}
