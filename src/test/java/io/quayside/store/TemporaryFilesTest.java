package io.quayside.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFilesTest {
    private static final long PID = ProcessHandle.current().pid();

    @Test
    void whatAKilledProcessLeftIsDeletedAndNothingElse() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path ofTheEnded = named("quayside-" + ended.pid() + "-0-1.gz");
        Path ofAnEarlierOneWithOurNumber = named("quayside-" + PID + "-17-2.pages");
        Path ours = TemporaryFiles.create(".body");
        Path foreign = named("quayside-notes-" + PID + ".txt");

        TemporaryFiles.sweep();

        assertThat(ofTheEnded).doesNotExist();
        assertThat(ofAnEarlierOneWithOurNumber).doesNotExist();
        assertThat(ours).exists();
        assertThat(foreign).exists();
        Files.delete(ours);
        Files.delete(foreign);
    }

    private static Path named(String name) throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir")).resolve(name);
        Files.deleteIfExists(file);
        return Files.createFile(file);
    }
}
