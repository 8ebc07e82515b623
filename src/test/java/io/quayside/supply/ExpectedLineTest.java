package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.supply.ExpectedLine.Noticed;
import io.quayside.supply.ExpectedLine.Open;
import io.quayside.supply.ExpectedLine.Ordered;
import io.quayside.supply.ExpectedLine.Received;
import io.quayside.supply.ExpectedLine.Stated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectedLineTest {
    @Test
    void withoutNoticesReceiptsLowerTheLineItself() {
        assertThat(base(ordered(100), List.of(), received(30, false, 1))).isEqualTo(70);
        assertThat(base(ordered(100), List.of(), received(130, false, 1))).isZero();
        assertThat(base(ordered(100), List.of(), received(30, true, 1))).isZero();
    }

    @Test
    void receiptsConsumeTheSoonestNoticeFirst() {
        ExpectedLine line = new ExpectedLine(
                ordered(100),
                List.of(),
                List.of(noticed("B", 40, 9, 1), noticed("A", 30, 8, 1)),
                List.of(received(35, false, 2)));

        assertThat(line.rest().notices().stream().map(Open::quantity)).containsExactly(0, 35);
        assertThat(line.rest().base()).isEqualTo(30);
    }

    @Test
    void unitsBeyondTheNoticesComeOffTheLine() {
        assertThat(base(ordered(100), List.of(noticed("A", 60, 8, 1)), received(70, false, 2)))
                .isEqualTo(30);
    }

    @Test
    void aStatementMayOnlyLowerTheRestAndKnowsWhatCameBeforeIt() {
        Stated said = stated(50, 5);

        assertThat(base(ordered(100), said, noticed("A", 20, 8, 3))).isEqualTo(50);
        assertThat(base(ordered(100), said, noticed("A", 20, 8, 7))).isEqualTo(30);
        assertThat(base(ordered(60), said, noticed("A", 20, 8, 3))).isEqualTo(40);
        assertThat(base(Optional.empty(), said, noticed("A", 20, 8, 7))).isEqualTo(30);
    }

    @Test
    void aDropshipOrderBringsNothingToUs() {
        Ordered direct = new Ordered(
                "PO", "P", "1", 100, Optional.empty(), false, "north", Optional.empty(), Instant.EPOCH, true);

        assertThat(new ExpectedLine(Optional.of(direct), List.of(), List.of(noticed("A", 9, 8, 1)), List.of()).rest())
                .isEqualTo(new ExpectedLine.Rest(0, List.of()));
    }

    private static int base(Optional<Ordered> ordered, List<Noticed> notices, Received receipt) {
        return new ExpectedLine(ordered, List.of(), notices, List.of(receipt))
                .rest()
                .base();
    }

    private static int base(Optional<Ordered> ordered, Stated stated, Noticed notice) {
        return new ExpectedLine(ordered, List.of(stated), List.of(notice), List.of())
                .rest()
                .base();
    }

    private static Optional<Ordered> ordered(int quantity) {
        return Optional.of(new Ordered(
                "PO", "P", "1", quantity, Optional.empty(), false, "north", Optional.empty(), Instant.EPOCH, false));
    }

    private static Stated stated(int quantity, int at) {
        return new Stated(
                "PO",
                "P",
                "1",
                "PO/1",
                quantity,
                Optional.empty(),
                "north",
                "MAIN",
                moment(at),
                Optional.empty(),
                Optional.empty());
    }

    private static Noticed noticed(String shipment, int quantity, int day, int at) {
        return new Noticed(
                "PO",
                "P",
                "1",
                shipment,
                quantity,
                Optional.of(LocalDate.of(2026, 3, day)),
                "north",
                moment(at),
                Optional.empty(),
                Optional.empty());
    }

    private static Received received(int quantity, boolean ended, int at) {
        return new Received("PO", "P", "1", quantity, ended, moment(at), "GR" + at);
    }

    private static Instant moment(int n) {
        return Instant.EPOCH.plusSeconds(n);
    }
}
