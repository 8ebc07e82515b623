package io.quayside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
}
