package io.quayside.supply;

import static io.quayside.supply.Yard.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What partners answer to dropship purchase orders (rule 11), through documents and rows. */
class AnswersTest extends DropshipStory {
    @Test
    void case8WhatTheWarehouseLacksIsSentByTheSupplier() {
        yard.count("P", 10);
        north.has("P", 20);
        yard.order("P 15");
        assertThat(yard.strings("select location || ' ' || quantity from allocation order by location"))
                .containsExactly("MAIN 10", "NORTH 5");

        north.has("P", 2);

        assertThat(yard.strings("select location || ' ' || quantity from allocation order by location"))
                .containsExactly("MAIN 10", "NORTH 2");
        assertThat(north.lines()).containsExactly("12+0+0 of 15");
    }

    @Test
    void case17SentUnitsAreDeductedUntilTheSuppliersInventoryLeavesThemOut() {
        north.books("on_send");
        north.has("P", 8);
        yard.order("P 3");
        north.send("D1", "o1");
        assertThat(north.atNorth()).isEqualTo("8 on hand, 3 released, 5 free");

        north.has("P", 5);

        assertThat(north.atNorth()).isEqualTo("5 on hand, 0 released, 5 free");
        assertThat(north.lines()).containsExactly("0+3+0 of 3");

        north.ship("S1", "new", "D1", 3);

        assertThat(north.atNorth()).isEqualTo("5 on hand, 0 released, 5 free");
        assertThat(north.lines()).containsExactly("0+0+3 of 3");
    }

    @Test
    void whoBooksAtTheAnswerIsDeductedUntilAnInventoryAfterIt() {
        north.books("on_ack");
        north.has("P", 8);
        yard.order("P 3");
        north.send("D1", "o1");
        north.has("P", 8);
        assertThat(north.atNorth()).isEqualTo("8 on hand, 3 released, 5 free");

        north.answer("D1", "1 accept 3");
        assertThat(north.atNorth()).isEqualTo("8 on hand, 3 released, 5 free");
        north.has("P", 5);

        assertThat(north.atNorth()).isEqualTo("5 on hand, 0 released, 5 free");
    }

    @Test
    void anAnswerIsRememberedAndTold() {
        north.has("P", 10);
        yard.order("P 10");
        north.send("D1", "o1");

        List<Problem> problems = north.answer("D1", "1 accept 10");

        assertThat(problems).isEmpty();
        assertThat(yard.strings("select acknowledged || ' ' || (answered_at = '" + yard.now() + "')"
                        + " from purchase_order_line join purchase_order using (number)"))
                .containsExactly("10 true");
        assertThat(yard.events("purchase_order.acknowledged")).isOne();
        assertThat(north.lines()).containsExactly("0+10+0 of 10");
    }

    @Test
    void acceptSixBackorderFourMovesThePromiseToTheDayOfTheFour() {
        north.has("P", 10);
        yard.order("P 10");
        north.send("D1", "o1");

        north.answer("D1", "1 accept 6 3", "1 backorder 4 9");

        assertThat(north.lines()).containsExactly("0+10+0 of 10");
        assertThat(yard.promised("P")).isEqualTo("9");
        assertThat(yard.strings("select data ->> 'current' from event where type = 'order_line.promise_changed'"))
                .containsExactly(day(9).toString());
        assertThat(
                        yard.strings(
                                "select trigger ->> 'kind' || ' ' || (trigger ->> 'position') || ': ' || rule from decision order by id desc limit 1"))
                .containsExactly("document line 2: 11 the day that the partner's answer names");

        north.answer("D1", "1 backorder 4 12");

        assertThat(yard.promised("P")).isEqualTo("12");
        assertThat(yard.strings("select acknowledged from purchase_order_line")).containsExactly("10");
    }

    @Test
    void aRejectedLineIsSuppliedByAnotherSupplierAndNotByThisOneAgain() {
        southAlso();
        north.has("P", 10);
        yard.order("P 4");
        north.send("D1", "o1");
        yard.document("south", Yard.Row.inventory("P", "SOUTH", 5, yard.now()));

        north.answer("D1", "1 reject 0");

        assertThat(yard.strings("select location || ' ' || quantity from allocation"))
                .containsExactly("SOUTH 4");
        assertThat(north.lines()).containsExactly("4+0+0 of 4");
        assertThat(north.atNorth()).isEqualTo("6 on hand, 0 released, 6 free");
        assertThat(yard.strings("select reason from movement where kind = 'denial'"))
                .containsExactly("purchase order D1 line 1 rejected");
        assertThat(yard.events("purchase_order.rejected")).isOne();
        assertThat(yard.strings("select supply ->> -1 from decision order by id desc limit 1")
                        .get(0))
                .contains("NORTH passed over: the partner rejected it (document ")
                .contains("line 2)");
    }

    @Test
    void aRejectedLineCountsAsLostAndAsRefilledWhereAnotherHasIt() {
        southAlso();
        north.has("P", 10);
        yard.order("P 4");
        yard.order("P 3");
        north.send("D1", "o1");
        yard.document("south", Yard.Row.inventory("P", "SOUTH", 5, yard.now()));

        Told told = yard.document("north", north.answers("D1", "1 reject 0"));

        assertThat(told.lost()).isOne();
        assertThat(told.refilled()).isOne();
    }

    @Test
    void aRejectedLineWaitsForOurOwnStockAndGetsIt() {
        north.has("P", 10);
        yard.order("P 4");
        north.send("D1", "o1");

        north.answer("D1", "1 reject 4");

        assertThat(north.lines()).containsExactly("0+0+0 of 4");
        assertThat(yard.promised("P")).isEqualTo("-");
        assertThat(yard.strings("select data ->> 'reason' from event where type = 'order_line.deallocated'"))
                .containsExactly("rejected by north");

        north.has("P", 10);
        assertThat(north.lines()).containsExactly("0+0+0 of 4");
        yard.count("P", 4);

        assertThat(north.lines()).containsExactly("4+0+0 of 4");
    }

    @Test
    void theSuppliersNextInventoryTakesTheDenialBack() {
        north.has("P", 10);
        yard.order("P 4");
        north.send("D1", "o1");
        north.answer("D1", "1 reject 4");
        assertThat(north.atNorth()).isEqualTo("6 on hand, 0 released, 6 free");

        north.has("P", 9);

        assertThat(north.atNorth()).isEqualTo("9 on hand, 0 released, 9 free");
    }

    @Test
    void aSubstituteWaitsForADecision() {
        north.has("P", 4);
        yard.order("P 4");
        north.send("D1", "o1");

        List<Problem> problems = north.answer("D1", "1 substitute 4");

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.NEEDS_DECISION);
        assertThat(yard.strings("select acknowledged || ' ' || undecided from purchase_order_line"))
                .containsExactly("0 4");
        assertThat(north.lines()).containsExactly("0+4+0 of 4");
    }

    @Test
    void theSameAnswerTwiceChangesNothing() {
        north.has("P", 10);
        yard.order("P 10");
        north.send("D1", "o1");
        north.answer("D1", "1 accept 6", "1 reject 4");
        List<String> lines = north.lines();

        north.answer("D1", "1 accept 6", "1 reject 4");

        assertThat(north.lines()).isEqualTo(lines);
        assertThat(yard.events("purchase_order.rejected")).isOne();
        assertThat(yard.events("purchase_order.acknowledged")).isOne();
        assertThat(yard.events("order_line.deallocated")).isOne();
    }

    @Test
    void readAgainADocumentSaysNothingNew() {
        north.has("P", 10);
        yard.order("P 10");
        north.send("D1", "o1");
        north.answer("D1", "1 accept 6", "1 reject 4");
        int events = yard.events("order.changed");

        yard.again("north", north.answers("D1", "1 accept 6", "1 reject 4"));

        assertThat(north.lines()).containsExactly("0+6+0 of 10");
        assertThat(yard.events("order.changed")).isEqualTo(events);
    }

    @Test
    void moreThanWasOrderedIsAProblemAndTheRestCounts() {
        north.has("P", 10);
        yard.order("P 10");
        north.send("D1", "o1");

        List<Problem> problems = north.answer("D1", "1 accept 8", "1 backorder 5 9");

        assertThat(problems)
                .extracting(Problem::code, problem -> problem.value().orElse(""))
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ProblemCode.OVER_ANSWERED, "3"));
        assertThat(yard.promised("P")).isEqualTo("9");
    }

    @Test
    void aRejectionOfWhatHasShippedIsAProblemAndFreesNothing() {
        north.has("P", 4);
        yard.order("P 4");
        north.send("D1", "o1");
        north.ship("S1", "new", "D1", 4);

        List<Problem> problems = north.answer("D1", "1 reject 4");

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.OVER_ANSWERED);
        assertThat(north.lines()).containsExactly("0+0+4 of 4");
    }

    @Test
    void aBackorderOfUnknownLengthPromisesNothing() {
        north.has("P", 4);
        yard.order("P 4");
        north.send("D1", "o1");

        north.answer("D1", "1 backorder 4");

        assertThat(yard.promised("P")).isEqualTo("-");

        north.answer("D1", "1 accept 4 5");

        assertThat(yard.promised("P")).isEqualTo("5");
    }

    @Test
    void aFastPartnerMayAnswerBeforeTheOrderIsMarkedSent() {
        north.books("on_send");
        north.has("P", 4);
        yard.order("P 4");
        north.send("D1", "o1");
        yard.sql("update purchase_order set sent_at = null");

        north.answer("D1", "1 accept 4");
        yard.pass(Duration.ofMinutes(1));
        north.has("P", 0);

        assertThat(north.atNorth()).isEqualTo("0 on hand, 0 released, 0 free");
        assertThat(north.lines()).containsExactly("0+4+0 of 4");
    }

    private void southAlso() {
        yard.sql("insert into partner (code, name, kinds) values ('south', 'South', '{supplier,dropship}')");
        yard.sql("insert into location (code, kind, partner, rank) values ('SOUTH', 'supplier', 'south', 90)");
        yard.sql("insert into item_supplier (sku, partner, supplier_sku, dropship) values ('P', 'south', 'S-P', true)");
    }
}
