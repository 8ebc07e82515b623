package io.quayside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start refuses before it touches anything. */
class StartsTest {
    @TempDir
    Path folder;

    @Test
    void theDemoEmptiesNoFolderButItsOwn() throws Exception {
        Path precious = Files.writeString(folder.resolve("admin.key"), "mine\n");
        StringWriter errors = new StringWriter();

        int exit = Quayside.commandLine()
                .setErr(new PrintWriter(errors))
                .execute("demo", "--exit", "--data", folder.toString());

        assertThat(exit).isEqualTo(Quayside.WRONG_USE);
        assertThat(errors.toString()).contains(folder + " holds something else; name an empty one with --data");
        assertThat(precious).hasContent("mine\n");
        assertThat(folder.resolve("demo")).doesNotExist();
    }

    @Test
    void anEmptyKeyFileIsNoKey() throws Exception {
        Files.createFile(folder.resolve("admin.key"));
        Settings settings = Settings.load(Optional.empty(), Map.of(), Map.of("quayside.data", folder.toString()));

        assertThatThrownBy(() -> AdminKey.of(settings)).hasMessageContaining("admin.key is empty; delete it");
    }

    @Test
    void theFirstKeyIsMadeOnce() {
        Settings settings = Settings.load(Optional.empty(), Map.of(), Map.of("quayside.data", folder.toString()));

        assertThat(AdminKey.of(settings)).isNotEmpty().isEqualTo(AdminKey.of(settings));
        assertThat(folder.toFile().list()).containsExactly("admin.key");
    }
}
