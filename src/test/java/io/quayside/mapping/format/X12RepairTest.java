package io.quayside.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage that a mapping may allow: told when mended, refused with the word to write when not allowed. */
class X12RepairTest {
    private static final String LINE = "LIN*1*VN*A";

    @Test
    void aByteOrderMark() {
        byte[] marked = ("\ufeff" + Edi.only("846", LINE)).getBytes(StandardCharsets.UTF_8);

        assertMended(marked, "bom", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"855_4010_collapsed-ISA-padding_x12types.edi", "856_v7_collapsed-ISA_x12types.edi"})
    void collapsedPadding(String sample) {
        assertMended(Told.sample(sample), "isa_padding", 1);
    }

    @Test
    void paddingByNoBreakSpaces() {
        String spaces = Edi.only("846", LINE).replace("00*          *", "00* \u00a0 \u00a0 *");

        assertMended(spaces.getBytes(StandardCharsets.UTF_8), "isa_padding", 1);
    }

    @Test
    void aMissingLastTerminator() {
        assertMended(Told.sample("856_SOI_newline-terminator_x12types.edi"), "missing_last_terminator", 1);
        assertMended(
                Edi.only("846", LINE)
                        .replace("IEA*1*000000001~", "IEA*1*000000001")
                        .getBytes(StandardCharsets.UTF_8),
                "missing_last_terminator",
                1);
    }

    @Test
    void aMissingTerminatorBeforeTheNextInterchange() {
        String open = Edi.only("846", LINE).replace("IEA*1*000000001~", "IEA*1*000000001");

        assertMended((open + open).getBytes(StandardCharsets.UTF_8), "missing_last_terminator", 2);
    }

    @Test
    void linesWrappedAtEightyColumns() {
        assertMended(Told.sample("210_wrapped-80col_staedi128.edi"), "line_wrap", 1);
    }

    @Test
    void aLineBreakInsideASegment() {
        byte[] wrapped = Edi.only("846", "LIN*1*V\r\nN*A").getBytes(StandardCharsets.UTF_8);

        assertMended(wrapped, "line_wrap", 1);
        assertThat(Told.of("LIN", wrapped, "line_wrap").firsts("LIN~VN")).containsExactly("A");
    }

    @Test
    void aShortControlNumberOfACutTrailerIsNotMended() {
        String cut = Edi.only("846", LINE).replace("IEA*1*000000001~\n", "IEA*1*00000000");
        Told told = Told.of("LIN", cut, X12Reader.LENIENCES.toArray(String[]::new));

        assertThat(told.whole).isZero();
        assertThat(told.broken).isOne();
    }

    @Test
    void lineEndsOfAnyKindBetweenSegmentsNeedNoMending() {
        String unix = Edi.only("846", LINE);

        for (String ends : new String[] {"", "\r\n", "\r", "  \n\t"}) {
            Told told = Told.of("LIN", unix.replace("\n", ends));
            assertThat(told.whole).as("between segments %s", ends).isOne();
            assertThat(told.repairs).isEmpty();
        }
    }

    @Test
    void aLineBreakMayBeTheTerminator() {
        String lines = Edi.only("846", LINE).replace("~\n", "\n");

        assertThat(Told.of("LIN", lines).firsts("LIN~VN")).containsExactly("A");
        assertThat(Told.of("LIN", lines.replace("\n", "\r\n")).firsts("LIN~VN")).containsExactly("A");
    }

    @Test
    void emptySegmentsAndBlankLinesAreNothing() {
        String text = Edi.only("846", LINE);

        assertThat(Told.of("LIN", text.replace("LIN", "~~LIN")).whole).isOne();
        assertThat(Told.of("LIN", text.replace("~\n", "\n").replace("LIN", "\n\nLIN")).whole)
                .isOne();
    }

    @Test
    void aTerminatorMayBeACharacterOfSeveralBytes() {
        Told told = Told.of("LX", Told.sample("214_utf8-ellipsis-terminator_staedi109.edi"));

        assertThat(told.problems).isEmpty();
        assertThat(told.whole).isOne();
        assertThat(told.messages).extracting(EdiMessage::type).containsExactly("214");
        assertThat(told.firsts("AT7/1")).doesNotContainNull().isNotEmpty();
    }

    private static void assertMended(byte[] bytes, String repair, int interchanges) {
        Told strict = Told.of("LIN", bytes);
        Told mended = Told.of("LIN", bytes, repair);

        assertThat(strict.whole).isLessThan(interchanges);
        assertThat(strict.repairs).isEmpty();
        assertThat(strict.problems).extracting(Problem::write).anyMatch(write -> write.contains(repair));
        assertThat(mended.whole).isEqualTo(interchanges);
        assertThat(mended.repairs).containsOnly(repair).hasSize(interchanges);
    }
}
