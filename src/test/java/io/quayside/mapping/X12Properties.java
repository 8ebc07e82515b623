package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is lost of an interchange: no exception, and nothing of it counts. */
class X12Properties {
    @Property(tries = 300)
    void aFileThatIsCutAnywhereGivesNothing(@ForAll @IntRange(min = 0, max = 5_000) int at) throws Exception {
        Chosen borealis = Chosen.of(Path.of("mappings"), "borealis/x12");
        String whole =
                Files.readString(Path.of("mappings/borealis/samples/846.edi")).stripTrailing();
        String cut = whole.substring(0, at % (whole.length() - 1));
        Heard heard = new Heard();

        borealis.mapping()
                .read(
                        new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8)),
                        "846.edi",
                        borealis.partner(),
                        heard);

        assertThat(heard.standing()).isEmpty();
        assertThat(heard.problems).isNotEmpty();
    }
}
