package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedFilesTest {
    @TempDir
    Path root;

    private DroppedFiles dropped;

    @BeforeEach
    void open() {
        dropped = new DroppedFiles(root.resolve(".dropped"));
    }

    @Test
    void filesOfAPartnerComeInTheOrderOfTheirClosesAlsoAfterAnotherStart() throws IOException {
        dropped.add("acme", file("b.csv"));
        dropped.add("north", file("c.csv"));

        DroppedFiles again = new DroppedFiles(root.resolve(".dropped"));
        again.add("acme", file("a.csv"));

        assertThat(again.partners()).containsExactly("acme", "north");
        assertThat(again.of("acme")).extracting(DroppedFile::name).containsExactly("b.csv", "a.csv");
        assertThat(again.of("north")).extracting(DroppedFile::name).containsExactly("c.csv");
    }

    @Test
    void theSameNameTwiceIsTwoFilesWithTheBytesOfEach() throws IOException {
        Path first = Files.writeString(root.resolve("stock.csv"), "first");
        dropped.add("acme", first);
        Files.delete(first);
        dropped.add("acme", Files.writeString(first, "second"));

        assertThat(dropped.of("acme"))
                .extracting(file -> Files.readString(file.path()))
                .containsExactly("first", "second");
    }

    @Test
    void aFileThatIsKeptIsForgotten() throws IOException {
        dropped.add("acme", file("a.csv"));

        dropped.done(dropped.of("acme").get(0));

        assertThat(dropped.of("acme")).isEmpty();
        assertThat(root.resolve("a.csv")).exists();
    }

    @Test
    void whatIsNoneOfOursIsPassedOver() throws IOException {
        Path foreign = Files.createDirectories(root.resolve(".dropped/0000000000000001.acme"));
        Files.writeString(foreign.resolve("a.csv"), "");

        DroppedFiles again = new DroppedFiles(root.resolve(".dropped"));

        assertThat(again.of("0000000000000001.acme")).isEmpty();
    }

    private Path file(String name) throws IOException {
        return Files.writeString(root.resolve(name), name);
    }
}
