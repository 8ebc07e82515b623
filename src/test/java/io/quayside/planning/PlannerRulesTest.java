package io.quayside.planning;

import static io.quayside.planning.Scene.day;
import static io.quayside.planning.Scene.inbound;
import static io.quayside.planning.Scene.supplier;
import static io.quayside.planning.Scene.warehouse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the rules of the allocation page say beyond its worked cases. */
class PlannerRulesTest {
    private final Scene scene = new Scene();

    @Test
    void safetyStockIsHeldBackOnceFromOwnWarehousesLastRankFirst() {
        scene.onHand(
                "P",
                List.of(
                        new OnHand(warehouse("MAIN", 1), 4),
                        new OnHand(warehouse("EAST", 2), 3),
                        new OnHand(supplier("SUP"), 2)));
        scene.safetyStock(5).line("A", 20).plan();

        assertThat(scene.of("A").held()).extracting(Held::location).containsExactly("MAIN", "SUP");
        assertThat(scene.of("A").held()).extracting(Held::units).containsExactly(2, 2);
        assertThat(scene.plan.skus()).extracting(SkuPlan::available).containsExactly(0);
    }

    @Test
    void safetyStockThatIsNotThereYetIsHeldBackFromWhatArrivesFirst() {
        scene.onHand(1, inbound("I5", 3, 5), inbound("I9", 3, 9))
                .safetyStock(3)
                .line("A", 3)
                .plan();

        assertThat(scene.of("A").allocated()).isZero();
        assertThat(scene.promised()).containsExactly(9);
    }

    @Test
    void firmUnitsStayWhereTheyAreThoughABetterLocationHasRoom() {
        scene.onHand("P", List.of(new OnHand(warehouse("EAST", 2), 5)))
                .line("A", 5)
                .plan();
        scene.onHand("P", List.of(new OnHand(warehouse("MAIN", 1), 5), new OnHand(warehouse("EAST", 2), 5)));

        assertThat(scene.later(Duration.ofHours(2)).plan()).isEmpty();
        assertThat(scene.of("A").held()).extracting(Held::location).containsExactly("EAST");
    }

    @Test
    void shrinkingStockTakesFromTheLastInLineThoughItsUnitsAreFirmAndTheFirstOnesAreNot() {
        scene.onHand(5).line("late", 5).plan();
        scene.later(Duration.ofHours(2))
                .line("early", 5)
                .priority("early", 1)
                .onHand(10)
                .plan();
        assertThat(scene.allocated()).containsExactly(5, 5);

        scene.onHand(6).plan();

        assertThat(scene.allocated()).containsExactly(1, 5);
        assertThat(scene.of("late").rule()).startsWith("7 ");
    }

    @Test
    void stockThatShrinksInOneWarehouseTakesFromTheLastInLineOfAll() {
        scene.onHand("P", List.of(new OnHand(warehouse("MAIN", 1), 5), new OnHand(warehouse("EAST", 2), 5)));
        scene.line("early", 5).line("late", 5).plan();
        scene.later(Duration.ofHours(2));

        scene.onHand("P", List.of(new OnHand(warehouse("MAIN", 1), 0), new OnHand(warehouse("EAST", 2), 5)))
                .plan();

        assertThat(scene.allocated()).containsExactly(5, 0);
    }

    @Test
    void unitsOfACompleteOrderAreSetAsideUntoldUntilItIsJudged() {
        scene.onHand(5).line("A", "P", 5, ShipRule.COMPLETE).line("B", 5);
        scene.readiness("A", Readiness.ASIDE).plan();
        assertThat(scene.allocated()).containsExactly(0, 0);
        assertThat(scene.of("A").coverable()).isTrue();
        assertThat(scene.plan.skus()).extracting(SkuPlan::available).containsExactly(0);

        scene.readiness("A", Readiness.UNREADY).plan();
        assertThat(scene.allocated()).containsExactly(0, 5);

        scene.readiness("A", Readiness.READY).plan();
        assertThat(scene.allocated()).containsExactly(5, 0);
    }

    @Test
    void aWaitingCompleteOrderIsPromisedTheDayOnWhichAllOfItIsWhole() {
        scene.onHand("P", List.of(), inbound("I3", 5, 3)).onHand("Q", List.of(), inbound("I8", 5, 8));
        scene.line("A/1", "P", 5, ShipRule.COMPLETE)
                .line("A/2", "Q", 5, ShipRule.COMPLETE)
                .plan();

        assertThat(scene.promised()).containsExactly(8, 8);
        assertThat(scene.of("A/1").wholeOn()).contains(day(3));
    }

    @Test
    void aWaitingWholeLineCountsWhatLiesFreeAndIsPromisedItsLastUnit() {
        scene.onHand(4, inbound("I3", 3, 3), inbound("I8", 3, 8))
                .line("A", "P", 10, ShipRule.LINE)
                .plan();

        assertThat(scene.of("A").allocated()).isZero();
        assertThat(scene.promised()).containsExactly(8);
        assertThat(scene.of("A").needed()).contains("6 more on hand");
    }

    @Test
    void aWholeLineThatNothingKnownMakesWholeLeavesWhatComesToTheNext() {
        scene.onHand(0, inbound("I3", 5, 3))
                .line("A", "P", 10, ShipRule.LINE)
                .line("B", 5)
                .plan();

        assertThat(scene.of("A").pegged()).isEmpty();
        assertThat(scene.promised()).containsExactly(-1, 3);
    }

    @Test
    void unitsLeaveAfterTheHandlingDaysOfTheirLocationOnItsWorkingDays() {
        Place slow = new Place(
                "SLOW",
                true,
                1,
                2,
                ZoneId.of("America/New_York"),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Optional.of(LocalTime.of(15, 0)));
        scene.now = LocalDate.parse("2026-09-03").atTime(19, 30).toInstant(java.time.ZoneOffset.UTC);
        scene.onHand("P", List.of(new OnHand(slow, 5))).line("A", 5).plan();

        // Thursday 15:30 in New York counts as Friday; Monday and Tuesday are for handling.
        assertThat(scene.of("A").promise().current()).contains(LocalDate.parse("2026-09-08"));

        scene.later(Duration.ofDays(20));
        assertThat(scene.plan()).as("nothing moves by itself").isEmpty();
    }

    @Test
    void aPreOrderLeavesOnItsReleaseDateAtTheEarliest() {
        scene.onHand(5, inbound("I3", 5, 3))
                .releaseDate(day(10))
                .line("A", 5)
                .line("B", 5)
                .plan();

        assertThat(scene.promised()).containsExactly(10, 10);
    }

    @Test
    void aWorseDateIsToldAtOnceAndABetterOneWhenItIsWorthIt() {
        scene.policy = new Policy(Duration.ofHours(1), 3, false);
        scene.onHand(0, inbound("I", 5, 10)).line("A", 5).plan();

        scene.onHand(0, inbound("I", 5, 8)).plan();
        assertThat(scene.promised()).containsExactly(10);
        scene.onHand(0, inbound("I", 5, 7)).plan();
        assertThat(scene.promised()).containsExactly(7);
        scene.onHand(0, inbound("I", 5, 8)).plan();
        assertThat(scene.promised()).containsExactly(8);
        assertThat(scene.of("A").promise().original()).contains(day(10));
    }

    @Test
    void aLateInboundMovesOnceByTheMedianDelayAndThenToNone() {
        Inbound late = new Inbound(
                1, "I", warehouse("MAIN", 1), 5, Optional.of(day(5)), Optional.of(day(6)), OptionalInt.of(4));
        scene.onHand(0, inbound("I", 5, 5)).line("A", 5).plan();
        assertThat(scene.promised()).containsExactly(5);

        scene.later(Duration.ofDays(6)).onHand(0, late).plan();
        assertThat(scene.promised()).containsExactly(10);
        assertThat(scene.later(Duration.ofDays(4)).plan()).isEmpty();

        scene.later(Duration.ofDays(1)).plan();
        assertThat(scene.promised()).containsExactly(-1);
        assertThat(scene.of("A").promise().original()).contains(day(5));
    }

    @Test
    void anUndatedInboundIsPromisedLastAndTellsNoDay() {
        Inbound undated = new Inbound(
                7, "A-first", warehouse("MAIN", 1), 5, Optional.empty(), Optional.empty(), OptionalInt.empty());
        scene.onHand(0, undated, inbound("Z", 5, 4)).line("A", 5).line("B", 5).plan();

        assertThat(scene.promised()).containsExactly(4, -1);
        assertThat(scene.of("B").pegged()).extracting(Peg::inbound).containsExactly(7L);
        assertThat(scene.plan.skus().get(0).incoming()).isEmpty();
    }

    @Test
    void thePolicyMayPutTheCustomersDayBeforeTheDayOfTheOrder() {
        scene.policy = new Policy(Duration.ofHours(1), 1, true);
        scene.onHand(5)
                .line("A", 5)
                .line("B", 5)
                .change(
                        "B",
                        d -> new Demand(
                                d.id(),
                                d.order(),
                                d.line(),
                                d.rankLine(),
                                d.sku(),
                                d.open(),
                                d.priority(),
                                d.placedAt(),
                                Optional.of(day(3)),
                                d.ship(),
                                d.readiness(),
                                d.held(),
                                d.pegged(),
                                d.promise(),
                                d.answers()));

        scene.plan();

        assertThat(scene.allocated()).containsExactly(0, 5);
    }

    @Test
    void theSecondLineOfAnOrderComesBeforeTheTenth() {
        scene.onHand(5).line("o/10", "P", 5, ShipRule.ANY).line("o/2", "P", 5, ShipRule.ANY);
        scene.change("o/10", d -> named(d, "10"))
                .change("o/2", d -> named(d, "2"))
                .plan();

        assertThat(scene.allocated()).containsExactly(0, 5);
    }

    private static Demand named(Demand d, String line) {
        return new Demand(
                d.id(),
                d.order(),
                line,
                line,
                d.sku(),
                d.open(),
                d.priority(),
                d.placedAt(),
                d.requested(),
                d.ship(),
                d.readiness(),
                d.held(),
                d.pegged(),
                d.promise(),
                d.answers());
    }

    @Test
    void aLineTakesNothingWhereItsPartnerRejectedItAndSaysSo() {
        scene.onHand("P", List.of(new OnHand(supplier("NORTH"), 9), new OnHand(supplier("SOUTH"), 3)))
                .line("A", 5)
                .line("B", 5)
                .change("A", d -> answered(d, new Answers(List.of(NORTH_REJECTED), Optional.empty())))
                .plan();

        assertThat(scene.of("A").held()).extracting(Held::location).containsExactly("SOUTH");
        assertThat(scene.allocated()).containsExactly(3, 5);
        assertThat(scene.of("A").looked())
                .extracting(LinePlan.Looked::supply)
                .contains("NORTH passed over: the partner rejected it (document 7, line 3)");
    }

    @Test
    void whatItHoldsThereItGivesBackHoweverLongItHadIt() {
        scene.onHand("P", List.of(new OnHand(supplier("NORTH"), 5)))
                .line("A", 5)
                .holding(
                        "A",
                        List.of(new Held("NORTH", 5, scene.now.minus(Duration.ofDays(2)))),
                        List.of(),
                        Promise.NONE)
                .change("A", d -> answered(d, new Answers(List.of(NORTH_REJECTED), Optional.empty())))
                .plan();

        assertThat(scene.allocated()).containsExactly(0);
        assertThat(scene.of("A").rule()).isEqualTo("11 a partner rejected it, and nothing else is left");
    }

    @Test
    void aLineThatCannotUseAShelfTakesNoFirmUnitsOfOthersAway() {
        Instant longAgo = scene.now.minus(Duration.ofDays(2));
        scene.onHand("P", List.of(new OnHand(supplier("NORTH"), 5)))
                .line("A", 5)
                .line("B", 5)
                .line("C", 5)
                .priority("C", 9)
                .holding("A", List.of(new Held("MAIN", 5, longAgo)), List.of(), Promise.NONE)
                .holding("B", List.of(new Held("NORTH", 5, longAgo)), List.of(), Promise.NONE)
                .change("A", d -> answered(d, new Answers(List.of(NORTH_REJECTED), Optional.empty())))
                .plan();

        assertThat(scene.allocated()).containsExactly(0, 5, 0);
    }

    @Test
    void aLineIsPromisedTheDayOnWhichItsPartnerSendsTheLastUnits() {
        scene.onHand(4)
                .line("A", 4)
                .change("A", d -> answered(d, new Answers(List.of(), sent(Optional.of(day(9))))))
                .plan();

        assertThat(scene.promised()).containsExactly(9);

        scene.open("A", 0)
                .change("A", d -> answered(d, new Answers(List.of(), sent(Optional.empty()))))
                .plan();

        assertThat(scene.promised()).containsExactly(-1);
    }

    private static final Answers.PassedOver NORTH_REJECTED = new Answers.PassedOver("NORTH", "document 7, line 3");

    private static Optional<Answers.Sent> sent(Optional<LocalDate> leaves) {
        return Optional.of(new Answers.Sent(supplier("NORTH"), leaves));
    }

    private static Demand answered(Demand d, Answers answers) {
        return new Demand(
                d.id(),
                d.order(),
                d.line(),
                d.rankLine(),
                d.sku(),
                d.open(),
                d.priority(),
                d.placedAt(),
                d.requested(),
                d.ship(),
                d.readiness(),
                d.held(),
                d.pegged(),
                d.promise(),
                answers);
    }
}
