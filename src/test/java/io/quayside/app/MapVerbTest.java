package io.quayside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MapVerbTest {
    @Test
    void aMappingThatIsNotThereIsOneSentence() {
        StringWriter errors = new StringWriter();

        int exit = Quayside.commandLine()
                .setErr(new PrintWriter(errors))
                .execute("map", "acme/eta", "mappings/acme/samples/etas.csv", "--mappings", "mappings");

        assertThat(exit).isEqualTo(Quayside.WRONG_USE);
        assertThat(errors.toString())
                .isEqualTo("quayside: no mapping 'acme/eta' under mappings, did you mean 'acme/etas'?\n");
    }

    @Test
    void aFileThatIsCutIsANo() {
        int exit = Quayside.commandLine()
                .execute("map", "borealis/x12", "mappings/borealis/samples/846-cut.edi", "--mappings", "mappings");

        assertThat(exit).isEqualTo(Quayside.NO);
    }

    @Test
    void theAnswerToX12IsPrintedAsTheGatewayWouldSendIt() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.ISO_8859_1));
        try {
            Quayside.commandLine()
                    .execute(
                            "map",
                            "src/test/resources/mapping/x12-846/mapping.yaml",
                            "src/test/resources/mapping/x12-846/in.edi",
                            "--ack");
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.ISO_8859_1))
                .startsWith("ISA*00*          *00*          *ZZ*OURGATEWAY     *ZZ*ACMESUPPLY     *")
                .contains("AK1*IB*1001~\nAK2*846*0001~\nAK5*A~\nAK9*A*1*1*1~\n")
                .endsWith("IEA*1*000000001~\n");
    }
}
