package io.quayside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void withoutAnythingTheDefaultsStand() {
        Settings settings = Settings.load(Optional.empty(), Map.of(), Map.of());

        assertThat(settings.http()).isEqualTo(new Settings.Address("127.0.0.1", 8080));
        assertThat(settings.sftp()).contains(new Settings.Address("127.0.0.1", 2222));
        assertThat(settings.db()).isEmpty();
        assertThat(settings.firmAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.webhookNetworks()).isEmpty();
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws Exception {
        Path file = Files.writeString(
                folder.resolve("q.properties"),
                "quayside.http.port=1\nquayside.zone=Europe/Berlin\nquayside.promise.improve_days=3\n");

        Settings settings = Settings.load(
                Optional.of(file),
                Map.of("QUAYSIDE_HTTP_PORT", "2", "QUAYSIDE_PROMISE_IMPROVE_DAYS", "4", "PATH", "/bin"),
                Map.of("quayside.http.port", "3"));

        assertThat(settings.http().port()).isEqualTo(3);
        assertThat(settings.improveDays()).isEqualTo(4);
        assertThat(settings.zone().getId()).isEqualTo("Europe/Berlin");
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestOne() throws Exception {
        Path file = Files.writeString(folder.resolve("q.properties"), "quayside.htttp.port=1\n");

        assertThatThrownBy(() -> Settings.load(Optional.of(file), Map.of(), Map.of()))
                .hasMessageContaining("did you mean quayside.http.port?")
                .hasMessageContaining("q.properties");
        assertThatThrownBy(() -> Settings.load(Optional.empty(), Map.of("QUAYSIDE_HTP_PORT", "1"), Map.of()))
                .hasMessageContaining("did you mean quayside.http.port?")
                .hasMessageContaining("QUAYSIDE_HTP_PORT");
    }

    @Test
    void aWrongValueSaysWhatToWrite() {
        assertThatThrownBy(() -> Settings.load(Optional.empty(), Map.of("QUAYSIDE_HTTP_PORT", "99999"), Map.of()))
                .hasMessageContaining("write a port from 0");
        assertThatThrownBy(() ->
                        Settings.load(Optional.empty(), Map.of("QUAYSIDE_ALLOCATION_FIRM_AFTER", "soon"), Map.of()))
                .hasMessageContaining("for example 1h");
    }

    @Test
    void aPasswordMayComeFromAFile() throws Exception {
        Path secret = Files.writeString(folder.resolve("password"), "s3cret\n");

        Settings settings = Settings.load(
                Optional.empty(),
                Map.of("QUAYSIDE_DB_URL", "jdbc:postgresql://db/q", "QUAYSIDE_DB_PASSWORD_FILE", secret.toString()),
                Map.of());

        assertThat(settings.db()).contains(new Settings.Db("jdbc:postgresql://db/q", "quayside", "s3cret"));
    }
}
