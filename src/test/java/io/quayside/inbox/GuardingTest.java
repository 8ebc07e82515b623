package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Guards;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GuardingTest {
    private static final Guards GUARDS =
            new Guards(OptionalInt.of(3), 40, 30, 5, OptionalInt.of(1000), Guards.Then.HELD);

    @Test
    void aDocumentLikeTheLastPasses() {
        assertThat(Guarding.tripped(GUARDS, census(100, 5, 30, 100, 1000, 100))).isEmpty();
    }

    @Test
    void aFeedsFirstDocumentHasNothingToBeComparedWith() {
        Census first = new Census(100, 0, 0, 0, 1, List.of(new Census.Counted(100, OptionalInt.empty())));

        assertThat(Guarding.tripped(GUARDS, first)).isEmpty();
    }

    @Test
    void farFewerOrMoreRowsThanLastTimeTrip() {
        assertThat(Guarding.tripped(GUARDS, census(59, 0, 0, 100, 1, 100)).orElseThrow())
                .startsWith("rows: 59 rows after 100");
        assertThat(Guarding.tripped(GUARDS, census(60, 0, 0, 100, 1, 100))).isEmpty();
        assertThat(Guarding.tripped(GUARDS, census(141, 0, 0, 100, 1, 100))).isPresent();
    }

    @Test
    void fewerRowsThanTheLeastTrip() {
        assertThat(Guarding.tripped(GUARDS, census(2, 0, 0, 100, 1, 2)).orElseThrow())
                .startsWith("rows: 2 rows, at least 3");
    }

    @Test
    void tooMuchFallingToZeroTrips() {
        assertThat(Guarding.tripped(GUARDS, census(100, 0, 31, 100, 1, 100)).orElseThrow())
                .startsWith("to_zero_pct: 31 of 100");
    }

    @Test
    void tooManyUnknownSkusTrip() {
        assertThat(Guarding.tripped(GUARDS, census(100, 6, 0, 100, 1, 100)).orElseThrow())
                .startsWith("unknown_sku_pct: 6 of 100");
    }

    @Test
    void aQuantityBeyondBeliefTrips() {
        assertThat(Guarding.tripped(GUARDS, census(100, 0, 0, 100, 1001, 100)).orElseThrow())
                .startsWith("quantity_max: a quantity of 1001");
    }

    private static Census census(int rows, int unknown, int toZero, int aboveZero, int largest, int last) {
        return new Census(
                rows, unknown, toZero, aboveZero, largest, List.of(new Census.Counted(rows, OptionalInt.of(last))));
    }
}
