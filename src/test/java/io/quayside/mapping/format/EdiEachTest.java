package io.quayside.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdiEachTest {
    @Test
    void aLineIsItsSegmentAndWhatFollows() {
        Told told = Told.of("LIN", Told.sample("846_full_eta_casepack.edi"));

        assertThat(told.ats()).containsExactly("ST 0001 LIN 1", "ST 0001 LIN 2", "ST 0001 LIN 3", "ST 0001 LIN 4");
        assertThat(told.firsts("CTT/1")).containsOnlyNulls();
    }

    @Test
    void anAnswerInsideALineSeesTheLineButNotItsOtherAnswers() {
        Told told = Told.of("PO1/ACK", Told.sample("855_IA-IQ-IB-IR-IS-ID-IP_mixed.edi"));

        assertThat(told.ats())
                .containsExactly(
                        "ST 0001 PO1 1 ACK 1",
                        "ST 0001 PO1 2 ACK 1",
                        "ST 0001 PO1 2 ACK 2",
                        "ST 0001 PO1 3 ACK 1",
                        "ST 0001 PO1 4 ACK 1",
                        "ST 0001 PO1 5 ACK 1",
                        "ST 0001 PO1 6 ACK 1");
        assertThat(told.firsts("PO1/1")).containsExactly("1", "2", "2", "3", "4", "5", "6");
        assertThat(told.firsts("PO1~VN"))
                .containsExactly("AB-1001", "AB-1002", "AB-1002", "AB-1003", "AB-1004", "AB-1005", "AB-1006");
        assertThat(told.firsts("^PO1/PO1/2")).containsExactly("5", "10", "10", "2", "1", "3", "8");
        assertThat(told.firsts("ACK/1")).containsExactly("IA", "IQ", "IB", "IR", "IS", "ID", "IP");
        assertThat(told.firsts("ACK~VN")).containsExactly(null, null, null, null, "AB-1004B", null, null);
    }

    @Test
    void aSegmentBeforeTheAnswersIsPlacedInTheLine() {
        Told told = Told.of("PO1/ACK", Edi.only("855", "PO1*1", "PID*F", "DTM*002*20260101", "ACK*IA", "DTM*068*2"));
        Node answer = told.nodes.get(0);

        assertThat(EdiPath.parse("PID/1", Optional.empty()).at(answer)).isEqualTo("ST 0001 PO1 1 PID 1");
        assertThat(EdiPath.parse("DTM/2", Optional.empty()).first(answer)).isEqualTo("2");
        assertThat(EdiPath.parse("DTM/2", Optional.empty()).at(answer)).isEqualTo("ST 0001 PO1 1 ACK 1 DTM 1");
    }

    @Test
    void quantitiesOfOneKindAreRecordsOfALine() {
        Told told = Told.of(
                "LIN/QTY[145]",
                Edi.only(
                        "846",
                        "LIN*1**SK*A",
                        "QTY*21*9",
                        "QTY*145*5",
                        "LOC*18*X",
                        "QTY*21*8",
                        "LOC*18*Z",
                        "QTY*145*6"));

        assertThat(told.ats()).containsExactly("ST 0001 LIN 1 QTY 2", "ST 0001 LIN 1 QTY 4");
        assertThat(told.firsts("QTY/2")).containsExactly("5", "6");
        assertThat(told.firsts("LOC[18]/2")).containsExactly("X", null);
        assertThat(told.firsts("LIN/1")).containsExactly("1", "1");
    }

    @Test
    void itemsOfATreeHangBelowTheirOrders() {
        Told told = Told.of("HL[I]", Told.sample("856_two-orders-two-packs_missing-terminator_x12types.edi"));

        assertThat(told.ats()).containsExactly("ST 0001 HL 4", "ST 0001 HL 5", "ST 0001 HL 8", "ST 0001 HL 9");
        assertThat(told.firsts("^O/PRF/1")).containsExactly("9988776655", "9988776655", "2288115555", "2288115555");
        assertThat(told.firsts("^P/MAN[GM]/2"))
                .containsExactly(
                        "00000010012345614785", "00000010012345614785", "00000010012378945698", "00000010012378945698");
        assertThat(told.firsts("LIN~UP"))
                .containsExactly("008815509183", "008815547321", "008815509183", "008815547321");
    }

    @Test
    void aTreeMayBeWrittenLevelByLevel() {
        Told told = Told.of(
                "HL[I]",
                Edi.only(
                        "856",
                        "HL*1**S",
                        "HL*2*1*O",
                        "PRF*A",
                        "HL*3*1*O",
                        "PRF*B",
                        "HL*4*2*I",
                        "LIN*1",
                        "HL*5*3*I",
                        "LIN*2"));

        assertThat(told.firsts("^O/PRF/1")).containsExactly("A", "B");
    }

    @Test
    void anItemWhoseParentIsNotThereIsAnOrphan() {
        Told told =
                Told.of("HL[I]", Edi.only("856", "HL*1**S", "HL*2*9*O", "PRF*A", "HL*3*2*I", "HL*4*1*I", "HL*5*5*I"));

        assertThat(told.nodes.get(0).orphan()).contains("9");
        assertThat(told.nodes.get(1).orphan()).isEmpty();
        assertThat(told.nodes.get(2).orphan()).contains("5");
    }

    @Test
    void anotherSegmentMayMakeTheTree() {
        Told told = new Told();
        Optional<EdiTree> tree = Optional.of(new EdiTree("CPS", 1, 2, 3));
        told.each.put("", EdiEach.parse("CPS[I]/LIN", tree));
        told.read(Edi.only("DES", "CPS*1**S", "PAC*1", "CPS*2*1*I", "LIN*7", "QTY*1*5", "LIN*8")
                .getBytes());

        assertThat(told.ats()).containsExactly("ST 0001 CPS 2 LIN 1", "ST 0001 CPS 2 LIN 2");
        assertThat(EdiPath.parse("^S/PAC/1", tree).first(told.nodes.get(0))).isEqualTo("1");
    }

    @Test
    void linesOfATreeEndAtTheNextLevel() {
        Told told = Told.of("LIN", Told.sample("856_SOTPI_pallet-carton_tracking.edi"));

        assertThat(told.ats()).containsExactly("ST 0001 LIN 1", "ST 0001 LIN 2");
        assertThat(told.firsts("MAN/2")).containsOnlyNulls();
        assertThat(told.firsts("^P/MAN[CP]/2")).containsExactly("1Z999AA10123456784", "1Z999AA10123456795");
    }

    @Test
    void aMessageWithoutRecordsHasItsHead() {
        Told told = Told.of("HL[I]", Edi.only("856", "BSN*00*SHIP001", "REF*CN*1"));

        assertThat(told.nodes).isEmpty();
        assertThat(EdiPath.parse("REF[CN]/2", Optional.empty()).first(told.heads.get(0)))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lin", "LIN/", "LIN/QTY/DTM", "LIN/2", "LIN/LIN", "LIN/HL[I]", "HL[I", "PO1>ACK"})
    void aWrongEachIsToldWhatToWrite(String each) {
        assertThatThrownBy(() -> EdiEach.parse(each, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`" + each + "`")
                .hasMessageContaining("write");
    }
}
