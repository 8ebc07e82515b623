package io.quayside.mapping.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class X12WriterTest {
    private static final X12Writer.Envelope ENVELOPE = new X12Writer.Envelope(
            "ZZ/OURGATEWAY", "ZZ/ACMESUPPLY", 9001, Instant.parse("2026-09-14T06:15:59Z"), false);

    @Test
    void anInterchangeHasItsCountsAndControlNumbers() {
        String text = written(List.of(List.of("BEG", "00", "DS", "PO-1", "", "20260914"), List.of("CTT", "0")));

        assertThat(text)
                .isEqualTo(
                        """
                        ISA*00*          *00*          *ZZ*OURGATEWAY     *ZZ*ACMESUPPLY     *260914*0615*U*00401*000009001*0*P*>~
                        GS*PO*OURGATEWAY*ACMESUPPLY*20260914*0615*9001*X*004010~
                        ST*850*0001~
                        BEG*00*DS*PO-1**20260914~
                        CTT*0~
                        SE*4*0001~
                        GE*1*9001~
                        IEA*1*000009001~
                        """);
        assertThat(text.indexOf('~') + 1).isEqualTo(106);
    }

    @Test
    void emptyElementsAndComponentsAtTheEndAreLeftOut() {
        assertThat(written(List.of(
                        List.of("N3", "12 MAIN ST", "", ""), List.of("AK4", X12Writer.component("2", ""), "", "7"))))
                .contains("\nN3*12 MAIN ST~\n")
                .contains("\nAK4*2**7~\n");
        assertThat(written(List.of(List.of("AK4", X12Writer.component("2", "1")))))
                .contains("\nAK4*2>1~\n");
    }

    @Test
    void anInterchangeMayHoldNoGroup() {
        byte[] bytes = X12Writer.bare(ENVELOPE, List.of(List.of("TA1", "000002001", "260914", "0615", "A", "000")));

        assertThat(new String(bytes, StandardCharsets.US_ASCII))
                .endsWith("*P*>~\nTA1*000002001*260914*0615*A*000~\nIEA*0*000009001~\n");
    }

    @Test
    void dataWithADelimiterNeverLeaves() {
        for (String data : List.of("a*b", "a~b", "a>b", "a\nb", "Zoë")) {
            assertThatThrownBy(() -> written(List.of(List.of("N1", "ST", data))))
                    .hasMessageContaining("N1/2 cannot be written");
        }
    }

    @Test
    void anAddressOrControlNumberThatDoesNotFitIsRefused() {
        X12Writer.Envelope tooLong =
                new X12Writer.Envelope("ZZ/OURGATEWAY", "ZZ/A234567890123456", 1, Instant.EPOCH, true);
        X12Writer.Envelope tooHigh =
                new X12Writer.Envelope("ZZ/OURGATEWAY", "ZZ/ACME", 1_000_000_000L, Instant.EPOCH, true);

        assertThatThrownBy(() -> X12Writer.bare(tooLong, List.of())).hasMessageContaining("at most 15");
        assertThatThrownBy(() -> X12Writer.bare(tooHigh, List.of())).hasMessageContaining("nine digits");
    }

    @Test
    void textIsMadeWhatX12CanCarry() {
        assertThat(X12Text.clean("Łucja Groß-Müller")).isEqualTo("Lucja Gross-Muller");
        assertThat(X12Text.clean("A*B~C>D\r\nE")).isEqualTo("A B C D  E");
        assertThat(X12Text.clean("O’Brien – flat №5")).isEqualTo("O'Brien - flat No5");
        assertThat(X12Text.clean(" 山田 ")).isEmpty();
    }

    private static String written(List<List<String>> segments) {
        byte[] bytes = X12Writer.interchange(ENVELOPE, "PO", "004010", List.of(new X12Writer.Message("850", segments)));
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
