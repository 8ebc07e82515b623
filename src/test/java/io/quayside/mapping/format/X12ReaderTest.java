package io.quayside.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class X12ReaderTest {
    private static final String LINE = "LIN*1*VN*A";

    @Test
    void anInterchangeIsToldInOrder() {
        Told told = Told.of("LIN", Told.sample("846_full_eta_casepack.edi"));

        assertThat(told.lines)
                .containsExactly(
                        "interchange 000001001",
                        "message 846 0001",
                        "node ST 0001 LIN 1",
                        "node ST 0001 LIN 2",
                        "node ST 0001 LIN 3",
                        "node ST 0001 LIN 4",
                        "message ends",
                        "interchange ends");
        assertThat(told.interchanges)
                .containsExactly(
                        new Interchange("ZZ/ACMESUPPLY", "ZZ/OURGATEWAY", "000001001", "P", "00401", "260914", "0615"));
        assertThat(told.messages).containsExactly(new EdiMessage("846", "0001", "004010"));
    }

    @Test
    void groupsOfDifferentTypesAreCutEachInItsWay() {
        Told told = new Told();
        told.each.put("810", EdiEach.parse("IT1", Optional.empty()));
        told.each.put("850", EdiEach.parse("PO1", Optional.empty()));
        told.read(Told.sample("810-850_two-groups_staedi.edi"));

        assertThat(told.messages).extracting(EdiMessage::type).containsExactly("810", "810", "850");
        assertThat(told.nodes).extracting(EdiLoop::key).containsOnly("IT1", "PO1");
        assertThat(told.whole).isOne();
    }

    @Test
    void aGroupMayHoldSeveralMessages() {
        Told told = Told.of("PO1", Told.sample("855_multi-ST_staedi590.edi"));

        assertThat(told.messages).extracting(EdiMessage::control).containsExactly("0001", "0002");
        assertThat(told.problems).isEmpty();
    }

    @Test
    void aFileMayHoldSeveralInterchanges() {
        Told told = Told.of("AK2", Told.sample("997_multi-interchange_staedi.edi"));

        assertThat(told.whole).isEqualTo(3);
        assertThat(told.ats())
                .containsExactly("ST 0001 AK2 1", "ISA 000000002 ST 0001 AK2 1", "ISA 000000003 ST 0001 AK2 1");
    }

    @Test
    void aMessageWithAWrongCountFallsAlone() {
        String wrong = Edi.message("846", "0001", LINE).replace("SE*3", "SE*4");
        Told told = Told.of("LIN", Edi.interchange("000000001", wrong, Edi.message("846", "0002", LINE)));

        assertThat(told.fallen).isOne();
        assertThat(told.whole).isOne();
        assertThat(told.lines).endsWith("message 846 0002", "node ST 0002 LIN 1", "message ends", "interchange ends");
        Problem problem = told.problems.get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_COUNT);
        assertThat(problem.at()).isEqualTo("ST 0001");
        assertThat(problem.value()).contains("4");
        assertThat(problem.write()).contains("here 3");
    }

    @Test
    void aMessageThatEndsUnderAnotherNumberFallsAlone() {
        Told told = Told.of("LIN", Edi.only("846", LINE).replace("SE*3*0001", "SE*3*0009"));

        assertThat(told.fallen).isOne();
        assertThat(told.problems.get(0).write()).contains("0001");
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "IEA*1*000000001~  |                    | it ends before IEA",
                "IEA*1*000000001~  | IEA*1*000000002~   | IEA02 is 000000002",
                "IEA*1*000000001~  | IEA*2*000000001~   | IEA01 counts 2 groups",
                "GE*1*1~           |                    | IEA before the GE",
                "GE*1*1~           | GE*1*7~            | GE02 is 7",
                "SE*3*0001~        |                    | GE stands inside ST 0001",
                "ST*846*0001~      |                    | LIN stands outside of a message",
                "LIN*1*VN*A~       | ST*846*0002~       | ST stands inside ST 0001",
            })
    void aBrokenEnvelopeFellsTheInterchangeAndNoOther(String written, String instead, String why) {
        String whole = Edi.interchange("000000009", Edi.message("846", "0001", LINE));
        String broken = Edi.only("846", LINE).replace(written, instead == null ? "" : instead);
        Told told = Told.of("LIN", whole + broken + whole);

        assertThat(told.whole).isEqualTo(2);
        assertThat(told.broken).isOne();
        assertThat(told.problems).hasSize(1);
        assertThat(told.problems.get(0).code()).isEqualTo(ProblemCode.INCOMPLETE);
        assertThat(told.problems.get(0).at()).isEqualTo("ISA 000000001");
        assertThat(told.problems.get(0).write()).contains(why);
    }

    @Test
    void aGroupThatCountsTooFewIsToldAndItsMessagesStand() {
        Told told = Told.of("AK2", Told.sample("997_boomi-3_wrapped_x12types.edi"));

        assertThat(told.messages).extracting(EdiMessage::control).containsExactly("0001", "0002");
        assertThat(told.whole).isOne();
        assertThat(told.fallen).isZero();
        assertThat(told.problems).hasSize(1);
        Problem problem = told.problems.get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_COUNT);
        assertThat(problem.at()).isEqualTo("GS 3");
        assertThat(problem.field()).contains("GE/1");
        assertThat(problem.write()).contains("here 2");
    }

    @Test
    void aGroupThatCountsTooManyIsToldAndItsMessagesStand() {
        Told told = Told.of("HL[I]", Told.sample("856_two-orders-two-packs_missing-terminator_x12types.edi"));

        assertThat(told.problems).extracting(Problem::code).containsExactly(ProblemCode.BAD_COUNT);
        assertThat(told.problems.get(0).at()).isEqualTo("GS 000000001");
        assertThat(told.problems.get(0).value()).contains("2");
        assertThat(told.whole).isOne();
        assertThat(told.firsts("^P/MAN[GM]/2"))
                .containsExactly(
                        "00000010012345614785", "00000010012345614785", "00000010012378945698", "00000010012378945698");
    }

    @Test
    void aSecondInterchangeWhoseHeadIsDamagedTakesNoOtherWithIt() {
        Told told = Told.of("IT1", Told.sample("810_00204_MultipleInvalidInterchanges_edifabric.edi"));

        assertThat(told.whole).isEqualTo(2);
        assertThat(told.ats()).containsExactly("ST 166061414 IT1 1", "ISA 810000263 ST 166061414 IT1 1");
        assertThat(told.problems).hasSize(1);
        assertThat(told.problems.get(0).code()).isEqualTo(ProblemCode.WRONG_FORMAT);
        assertThat(told.problems.get(0).at()).isEqualTo("ISA 810000263 FSA");
        assertThat(told.problems.get(0).value()).contains("FSA");
    }

    @Test
    void whatStandsBetweenGroupsAndIsCountedWithThemFellsTheInterchange() {
        String damaged = Edi.only("846", LINE);
        String group = damaged.substring(damaged.indexOf("GS*"), damaged.indexOf("IEA*"));
        String two = damaged.replace("IEA*1", "XX*1~" + group + "IEA*2");

        assertThat(Told.of("LIN", two).problems).extracting(Problem::code).containsExactly(ProblemCode.INCOMPLETE);
    }

    @Test
    void aHeadWithoutItsLastElementIsNamed() {
        String lacking = Edi.only("846", LINE).replace("*P*>~", "*P*~");
        Told told = Told.of("LIN", lacking + Edi.only("846", LINE), X12Reader.LENIENCES.toArray(String[]::new));

        assertThat(told.problems).hasSize(1);
        assertThat(told.problems.get(0).write()).contains("ISA16");
        assertThat(told.whole).isOne();
    }

    @Test
    void ofTwoMessagesWithOneNumberTheFirstStands() {
        Told told = Told.of("IT1", Told.sample("810_00204_ValidAndInvalidMessage_edifabric.edi"));

        assertThat(told.lines)
                .containsExactly(
                        "interchange 810000263",
                        "message 810 166061414",
                        "node ST 166061414 IT1 1",
                        "message ends",
                        "message 810 166061414",
                        "node ST 166061414 IT1 1",
                        "message ends: control_reused at ST 166061414",
                        "group miscounted: bad_count at GS 810000263",
                        "interchange ends");
    }

    @Test
    void aMiscountIsNotToldOfAnInterchangeThatFalls() {
        String twice = Edi.interchange("000000001", Edi.message("846", "0001", LINE), Edi.message("846", "0002", LINE))
                .replace("GE*2", "GE*1")
                .replace("IEA*1", "IEA*2");

        assertThat(Told.of("LIN", twice).problems).extracting(Problem::code).containsExactly(ProblemCode.INCOMPLETE);
    }

    @Test
    void anotherGroupMayUseTheSameNumbers() {
        String group = Edi.only("846", LINE);
        String body = group.substring(group.indexOf("GS*"), group.indexOf("IEA*"));
        String two = group.replace(body, body + body.replace("*1*X*", "*2*X*").replace("GE*1*1", "GE*1*2"))
                .replace("IEA*1", "IEA*2");

        assertThat(Told.of("LIN", two).problems).isEmpty();
        assertThat(Told.of("LIN", two).whole).isOne();
    }

    @Test
    void aHalfUploadGivesNothing() {
        Told told = Told.of(
                "LIN", Told.sample("846_truncated_half-upload.edi"), X12Reader.LENIENCES.toArray(String[]::new));

        assertThat(told.whole).isZero();
        assertThat(told.problems).hasSize(1);
        assertThat(told.problems.get(0).code()).isEqualTo(ProblemCode.INCOMPLETE);
        assertThat(told.problems.get(0).write()).contains("inside ST 0001, after 18 segments");
    }

    @Test
    void anInterchangeBehindACutOneStands() {
        String cut = Edi.only("846", LINE, "QTY*33*120*EA").split("20\\*EA")[0];
        Told told = Told.of("LIN", cut + Edi.interchange("000000002", Edi.message("846", "0001", LINE)));

        assertThat(told.lines)
                .contains("interchange ends: incomplete at ISA 000000001")
                .endsWith("interchange ends");
        assertThat(told.whole).isOne();
    }

    @Test
    void bytesThatAreNoX12FellTheInterchange() {
        Told told = Told.of("LIN", Edi.only("846", "LIN*1", "SEGMENT*1") + Edi.only("846", LINE));

        assertThat(told.broken).isOne();
        assertThat(told.whole).isOne();
        assertThat(told.problems.get(0).code()).isEqualTo(ProblemCode.WRONG_FORMAT);
        assertThat(told.problems.get(0).at()).startsWith("ST 0001, after 2 segments");
    }

    @Test
    void anotherFormatIsToldOnce() {
        Told told = Told.of("LIN", "<!DOCTYPE html>\n<html><body>ISA is down\nISAbella too</body></html>\n");

        assertThat(told.lines).containsExactly("unreadable: wrong_format at byte 1");
    }

    @Test
    void bytesBehindTheLastInterchangeAreToldAndHarmNothing() {
        Told told = Told.of("LIN", Edi.only("846", LINE) + "1r\n");

        assertThat(told.whole).isOne();
        assertThat(told.problems).hasSize(1);
        assertThat(told.problems.get(0).write()).contains("behind the interchanges");
    }

    @ParameterizedTest
    @CsvSource({"''", "' \r\n\t'"})
    void anEmptyFileSaysSo(String nothing) {
        assertThat(Told.of("LIN", nothing).lines).containsExactly("unreadable: empty_file at byte 1");
    }

    @Test
    void aMessageOfAnUnknownTypeIsToldByItsHead() {
        Told told = new Told().read(Edi.only("846", "BIA*00", LINE).getBytes(StandardCharsets.UTF_8));

        assertThat(told.lines)
                .containsExactly("interchange 000000001", "message 846 0001", "message ends", "interchange ends");
        assertThat(EdiPath.parse("BIA/1", Optional.empty()).first(told.heads.get(0)))
                .isEqualTo("00");
    }

    @Test
    void theInterchangeOfAStrangerIsPassedOver() {
        Told told = new Told();
        told.each.put("", EdiEach.parse("LIN", Optional.empty()));
        told.refused.add("000000001");
        told.read((Edi.only("846", LINE) + Edi.interchange("000000002", Edi.message("846", "0001", LINE)))
                .getBytes(StandardCharsets.UTF_8));

        assertThat(told.lines)
                .containsExactly(
                        "interchange 000000001",
                        "interchange ends",
                        "interchange 000000002",
                        "message 846 0001",
                        "node ISA 000000002 ST 0001 LIN 1",
                        "message ends",
                        "interchange ends");
    }

    @Test
    void eachValueIsReadInTheFirstCharsetThatFits() {
        byte[] latin = Edi.only("846", "LIN*1*VN*Schl\u00fcssel").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf8 = Edi.only("846", "LIN*1*VN*Schl\u00fcssel").getBytes(StandardCharsets.UTF_8);

        assertThat(Told.of("LIN", latin).firsts("LIN~VN")).containsExactly("Schl\u00fcssel");
        assertThat(Told.of("LIN", utf8).firsts("LIN~VN")).containsExactly("Schl\u00fcssel");
    }

    @Test
    void anElementOrSegmentWithoutEndIsRefusedAndTheNextInterchangeStands() {
        String element = "A".repeat(InterchangeBytes.LONGEST_ELEMENT + 1);
        String segment = "A*".repeat(InterchangeBytes.LONGEST_SEGMENT / 2 + 1);

        for (String endless : List.of(element, segment)) {
            Told told = Told.of("LIN", Edi.only("846", "LIN*1*VN*" + endless) + Edi.only("846", LINE));
            assertThat(told.problems).extracting(Problem::code).containsExactly(ProblemCode.TOO_LONG);
            assertThat(told.whole).isOne();
        }
    }

    @Test
    void theLongestElementIsRead() {
        String longest = "A".repeat(InterchangeBytes.LONGEST_ELEMENT);

        assertThat(Told.of("LIN", Edi.only("846", "LIN*1*VN*" + longest)).firsts("LIN~VN"))
                .containsExactly(longest);
    }

    @Test
    void aLoopThatCannotBeHeldFellsItsMessage() {
        String[] segments = new String[40_000];
        Arrays.fill(segments, "REF*ZZ*0123456789012345678901234567890123456789");
        segments[0] = LINE;
        Told told = Told.of("LIN", Edi.only("846", segments));

        assertThat(told.problems).extracting(Problem::code).containsExactly(ProblemCode.TOO_LONG);
        assertThat(told.fallen).isOne();
    }
}
