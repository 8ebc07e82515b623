package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.supply.AnsweredLine.Fate;
import io.quayside.supply.AnsweredLine.Said;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What answers to one line come to. Each is "document action quantity day"; what is left out is not said. */
class AnsweredLineTest {
    @Test
    void anAcceptanceWithoutAQuantityIsOfAll() {
        assertThat(come(10, "1 accept")).isEqualTo("accepted 10");
    }

    @Test
    void aRejectionOfNothingIsOfTheRest() {
        assertThat(come(10, "1 reject 0")).isEqualTo("rejected 10");
        assertThat(come(10, "1 reject 0", "1 accept 6")).isEqualTo("accepted 6, rejected 4");
    }

    @Test
    void aNewDayForABackorderIsForTheSameUnits() {
        assertThat(come(10, "1 accept 6 3", "1 backorder 4 9", "2 backorder 4 12"))
                .isEqualTo("waiting 4 on 12, accepted 6 on 3");
    }

    @Test
    void whatIsAcceptedLaterWasBackorderedBefore() {
        assertThat(come(10, "1 backorder 10 9", "2 accept 10 4")).isEqualTo("accepted 10 on 4");
    }

    @Test
    void anAcceptanceWithoutADayKeepsTheDayThatWasNamed() {
        assertThat(come(4, "1 backorder 4 9", "2 accept 4")).isEqualTo("accepted 4 on 9");
    }

    @Test
    void aRejectionIsNotTakenBack() {
        AnsweredLine line = line(10, "1 accept 6", "1 reject 4", "2 accept 10");

        assertThat(text(line)).isEqualTo("accepted 6, rejected 4");
        assertThat(line.over()).extracting(AnsweredLine.Over::units).containsExactly(4);
    }

    @Test
    void aRejectionSaidAgainIsOfTheSameUnits() {
        assertThat(come(10, "1 accept 6", "1 reject 4", "2 accept 6", "2 reject 4"))
                .isEqualTo("accepted 6, rejected 4");
    }

    @Test
    void aCancellationWithoutAQuantityIsOfAllThatIsLeft() {
        assertThat(come(10, "1 accept 6", "1 backorder 4 9", "2 reject")).isEqualTo("rejected 10");
    }

    private static String come(int ordered, String... answers) {
        return text(line(ordered, answers));
    }

    private static AnsweredLine line(int ordered, String... answers) {
        List<Said> said = Arrays.stream(answers)
                .map(text -> text.split(" "))
                .map(part -> new Said(
                        part[1],
                        part.length > 2 ? Optional.of(Integer.valueOf(part[2])) : Optional.empty(),
                        part.length > 3 ? Optional.of(Yard.day(Integer.parseInt(part[3]))) : Optional.empty(),
                        Long.parseLong(part[0]),
                        "line"))
                .toList();
        return AnsweredLine.of(ordered, said);
    }

    private static String text(AnsweredLine line) {
        return Arrays.stream(Fate.values())
                .filter(fate -> fate != Fate.SILENT && line.units(fate) > 0)
                .map(fate -> fate.name().toLowerCase(java.util.Locale.ROOT) + " " + line.units(fate) + day(line, fate))
                .collect(Collectors.joining(", "));
    }

    private static String day(AnsweredLine line, Fate fate) {
        return line.toCome().entrySet().stream()
                .filter(entry -> fate != Fate.REJECTED && entry.getValue() == line.units(fate))
                .flatMap(entry -> entry.getKey().stream())
                .filter(day -> !day.equals(LocalDate.MAX))
                .map(day -> " on " + (int) (day.toEpochDay() - Yard.DAY_1.toEpochDay() + 1))
                .findFirst()
                .orElse("");
    }
}
