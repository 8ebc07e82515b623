package io.quayside.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdiPathTest {
    private final Told stock = Told.of("LIN", Told.sample("846_full_eta_casepack.edi"));
    private final Told shipment = Told.of("HL[I]", Told.sample("856_SOTPI_pallet-carton_tracking.edi"));

    @Test
    void anElementIsFoundBySegmentAndPlace() {
        assertThat(stock.firsts("LIN/1")).containsExactly("1", "2", "3", "4");
        assertThat(stock.firsts("PO4/1")).containsExactly(null, null, "12", null);
    }

    @Test
    void aQualifierChoosesTheSegment() {
        assertThat(stock.firsts("QTY[33]/2")).containsExactly("120", "0", "15", "0");
        assertThat(stock.firsts("QTY[29]/2")).containsExactly("240", "60", null, null);
    }

    @Test
    void aSimpleElementIsItsOwnFirstComponent() {
        assertThat(stock.firsts("QTY[33]/3.1")).containsExactly("EA", "EA", "CA", "EA");
        assertThat(stock.firsts("QTY[33]/3.2")).containsOnlyNulls();
    }

    @Test
    void anIdStandsBehindItsQualifier() {
        assertThat(stock.firsts("LIN~VN")).containsExactly("AB-1001", "AB-1002", "CS-2001", "DISC-9");
        assertThat(stock.firsts("LIN~UP")).containsExactly("012345678905", "012345678912", null, "012345678929");
    }

    @Test
    void anIdThatLooksLikeAQualifierIsNone() {
        Told told = Told.of("LIN", Edi.only("846", "LIN*1*UP*VN*SK*A*VN*X1"));

        assertThat(told.firsts("LIN~SK")).containsExactly("A");
        assertThat(told.firsts("LIN~VN")).containsExactly("X1");
    }

    @Test
    void theSegmentThatFollowsBelongsToTheOneBeforeIt() {
        Told told = Told.of("LIN", Edi.only("846", "LIN*1", "QTY*29*240", "QTY*33*5", "DTM*018*20260921"));

        assertThat(stock.firsts("QTY[29]>DTM[018]/2")).containsExactly("20260921", "20261005", null, null);
        assertThat(told.firsts("QTY[29]>DTM[018]/2")).containsExactly((String) null);
        assertThat(told.firsts("QTY[33]>DTM[018]/2")).containsExactly("20260921");
    }

    @Test
    void aLoopInsideTheMessageEndsWhereItsSegmentComesAgain() {
        Told told = Told.of("LIN", Edi.only("846", "N1*SU*THEM", "N1*ST*US", "N3*12 MAIN ST", "LIN*1"));

        assertThat(told.firsts("^message/N1[ST]/N3/1")).containsExactly("12 MAIN ST");
        assertThat(told.firsts("^message/N1[SU]/N3/1")).containsExactly((String) null);
    }

    @Test
    void theHeadOfTheMessageIsSeenOnlyWhereThePathSaysSo() {
        assertThat(stock.firsts("^message/BIA/3")).containsOnly("INV20260914A");
        assertThat(stock.firsts("BIA/3")).containsOnlyNulls();
        assertThat(EdiPath.parse("BIA/3", Optional.empty()).first(stock.heads.get(0)))
                .isEqualTo("INV20260914A");
        assertThat(EdiPath.parse("^message/BIA/3", Optional.empty()).first(stock.heads.get(0)))
                .isEqualTo("INV20260914A");
    }

    @Test
    void levelsAboveAreReachedByTheirCode() {
        assertThat(shipment.firsts("^O/PRF/1")).containsExactly("PO-77001", "PO-77001");
        assertThat(shipment.firsts("^P/MAN[CP]/2")).containsExactly("1Z999AA10123456784", "1Z999AA10123456795");
        assertThat(shipment.firsts("^S/DTM[017]/2")).containsExactly("20260918", "20260918");
        assertThat(shipment.firsts("^X/PRF/1")).containsOnlyNulls();
        assertThat(shipment.firsts("PRF/1")).containsOnlyNulls();
    }

    @Test
    void aStarAsksForAllRepeats() {
        Told told = Told.of("LIN", Edi.only("846", "LIN*1", "REF*CN*A", "REF*BM*B", "REF*CN*C", "REF*CN"));
        Node line = told.nodes.get(0);

        assertThat(EdiPath.parse("REF[CN]/2*", Optional.empty()).all(line)).containsExactly("A", "C");
        assertThat(EdiPath.parse("REF[CN]/2", Optional.empty()).all(line)).containsExactly("A");
        assertThat(EdiPath.parse("REF~CN*", Optional.empty()).all(line)).containsExactly("A", "C");
    }

    @Test
    void repeatsAndComponentsInsideAnElementAreFound() {
        Told told = Told.of("AK2/AK3", Told.sample("997_repeats-and-components_staedi.edi"));
        Node line = told.nodes.get(0);

        assertThat(EdiPath.parse("AK3/2*", Optional.empty()).all(line))
                .containsExactly("AK302-R1", "AK302-R2", "AK302-R3-COMP1");
        assertThat(EdiPath.parse("AK3/2.2", Optional.empty()).first(line)).isEqualTo("AK302-R3-COMP2");
        assertThat(EdiPath.parse("AK4/4.2*", Optional.empty()).all(line))
                .containsExactly("AK404-R1-COMP2", "AK404-R2-COMP2");
    }

    @Test
    void theFirstSegmentWithAValueCounts() {
        Told told = Told.of("LIN", Edi.only("846", "LIN*1", "QTY*33", "QTY*33* ", "QTY*33*7"));

        assertThat(told.firsts("QTY[33]/2")).containsExactly("7");
        assertThat(EdiPath.parse("QTY[33]/2", Optional.empty()).at(told.nodes.get(0)))
                .isEqualTo("ST 0001 LIN 1 QTY 3");
    }

    @Test
    void aPositionNamesTheSegmentOrTheLine() {
        Node third = stock.nodes.get(2);

        assertThat(EdiPath.parse("QTY[33]/2", Optional.empty()).at(third)).isEqualTo("ST 0001 LIN 3 QTY 1");
        assertThat(EdiPath.parse("LIN~XX", Optional.empty()).at(third)).isEqualTo("ST 0001 LIN 3");
        assertThat(EdiPath.parse("SLN/2", Optional.empty()).at(third)).isEqualTo("ST 0001 LIN 3");
        assertThat(EdiPath.parse("^message/BIA/4", Optional.empty()).at(third)).isEqualTo("ST 0001 BIA 1");
        assertThat(EdiPath.parse("^S/DTM[017]/2", Optional.empty()).at(shipment.nodes.get(0)))
                .isEqualTo("ST 0001 HL 1 DTM 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''             | ends too early       | LIN or QTY[33]",
                "lin/1          | goes wrong at `lin/1`| capitals",
                "LIN            | ends too early       | LIN/1",
                "QTY[33]        | ends too early       | QTY[33]/1",
                "QTY[33/2       | goes wrong at `[33/2`| QTY/1",
                "LIN/0          | goes wrong at `/0`   | LIN/1",
                "SDQ/3..        | goes wrong at `/3..` | SDQ/1",
                "LIN/1*/2       | goes wrong at `/1*/2`| * at the end",
                "LIN~vn         | goes wrong at `~vn`  | LIN~VN",
                "^O             | goes wrong at `^O`   | ^O/PRF/1",
                "^order/PRF/1   | goes wrong at `^order/PRF/1` | ^message/BIA/2",
            })
    void aWrongPathIsToldWhereItGoesWrongAndWhatToWrite(String path, String place, String write) {
        assertThatThrownBy(() -> EdiPath.parse(path, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(write);
    }

    @Test
    void pathsOfTheContractAreRead() {
        List<String> paths = List.of(
                "BAK/3",
                "QTY/1.2",
                "LIN~VN",
                "QTY[29]>DTM[018]/2",
                "^O/REF[CN]/2*",
                "^message/BIA/4",
                "QTY[33]/3.1",
                "^P/MAN[GM]/2");

        for (String path : paths) {
            assertThat(EdiPath.parse(path, Optional.empty())).isNotNull();
        }
    }
}
