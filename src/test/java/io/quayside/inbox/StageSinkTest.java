package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Mappings;
import io.quayside.mapping.PartnerFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageSinkTest {
    private static final Set<String> MAIN = Set.of("MAIN");

    @Test
    void aLineWithTwoProblemsIsOneBadLine() throws Exception {
        Places places = new Places(true, MAIN, MAIN, MAIN, Optional.of("MAIN"), Optional.of("MAIN"));
        StageSink sink = new StageSink(places, Instant.EPOCH, new Pipe());
        byte[] file = "ref,sku,quantity,eta\nR1,A,x,never\nR2,B,1,\nR3,C,-1,\n".getBytes(StandardCharsets.UTF_8);

        Mappings.load(Path.of("none"))
                .find("standard/inbound")
                .orElseThrow()
                .read(new ByteArrayInputStream(file), "inbound.csv", PartnerFile.unnamed("acme"), sink);

        assertThat(sink.findings().count()).isEqualTo(3);
        assertThat(sink.messages().get(0).bad).isEqualTo(2);
    }

    @Test
    void aMappingThatKeepsLinesApartSaysForCertainThatNoneRepeats() throws Exception {
        assertThat(read("sku,quantity,location\nA,1,MAIN\nB,1,MAIN\n").mayRepeat())
                .isFalse();
    }

    @Test
    void aLocationThatIsLeftToUsMayBeTheOneThatAnotherLineNames() throws Exception {
        assertThat(read("sku,quantity,location\nA,1,MAIN\nA,2,\n").mayRepeat()).isTrue();
    }

    private static StageSink read(String inventory) throws Exception {
        Places places = new Places(true, MAIN, MAIN, MAIN, Optional.of("MAIN"), Optional.of("MAIN"));
        StageSink sink = new StageSink(places, Instant.EPOCH, new Pipe());
        Mappings.load(Path.of("none"))
                .find("standard/inventory")
                .orElseThrow()
                .read(
                        new ByteArrayInputStream(inventory.getBytes(StandardCharsets.UTF_8)),
                        "inventory.csv",
                        PartnerFile.unnamed("acme"),
                        sink);
        return sink;
    }
}
