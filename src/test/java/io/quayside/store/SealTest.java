package io.quayside.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    @TempDir
    Path data;

    @Test
    void whatWasSealedOpensAgainAfterARestart() {
        byte[] sealed = Seal.withKeyIn(data.resolve("seal.key")).seal("secret".getBytes(UTF_8), "one");

        byte[] opened = Seal.withKeyIn(data.resolve("seal.key")).open(sealed, "one");

        assertThat(opened).asString(UTF_8).isEqualTo("secret");
        assertThat(sealed).asString(UTF_8).doesNotContain("secret");
    }

    @Test
    void anotherKeyAnotherPurposeOrAChangedByteDoesNotOpenIt() {
        Seal seal = Seal.withKeyIn(data.resolve("seal.key"));
        byte[] sealed = seal.seal("secret".getBytes(UTF_8), "one");

        assertThatThrownBy(() -> Seal.withKeyIn(data.resolve("other.key")).open(sealed, "one"))
                .hasMessageContaining("another key");
        assertThatThrownBy(() -> seal.open(sealed, "two")).hasMessageContaining("another purpose");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open(sealed, "one")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyItsOwnerReadsTheKey() throws IOException {
        Seal.withKeyIn(data.resolve("seal.key"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("seal.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }
}
