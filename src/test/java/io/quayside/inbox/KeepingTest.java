package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private final Database database = TestDatabase.create();
    private final AtomicInteger rung = new AtomicInteger();
    private final Keeping keeping = new Keeping(database, rung::incrementAndGet);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSameBytesComeOutAgain() throws IOException {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);

        long id = keeping.keep(new ByteArrayInputStream(bytes), Drop.pushed("acme", "acme/inventory", "a.csv"));

        try (InputStream kept = Content.of(database, id)) {
            assertThat(kept.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(rung).hasValue(1);
    }

    @Test
    void anEmptyFileIsKeptToo() throws IOException {
        long id = keep("", Drop.pushed("acme", "acme/inventory", "a.csv"));

        try (InputStream kept = Content.of(database, id)) {
            assertThat(kept.readAllBytes()).isEmpty();
        }
    }

    @Test
    void theSameRemoteFileReadTwiceIsOneDrop() throws IOException {
        Drop drop = new Drop(
                "acme", "acme/inventory", "a.csv", Optional.of(Instant.parse("2026-09-14T11:00:00Z")), Optional.of(3L));

        long first = keep("abc", drop);
        long again = keep("abc", drop);
        long grown = keep("abd", drop);

        assertThat(again).isEqualTo(first);
        assertThat(grown).isNotEqualTo(first);
    }

    @Test
    void aNameWithFoldersIsKeptUnderACleanOne() throws IOException {
        long id = keep("abc", Drop.pushed("acme", "acme/inventory", "../x"));

        assertThat(text("select name from document where id = " + id)).isEqualTo("_.._x");
        assertThat(text("select code || ' ' || value from problem where document_id = " + id))
                .isEqualTo("bad_name ../x");
    }

    @Test
    void aTransportThatBreaksOffKeepsNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> keeping.keep(broken, Drop.pushed("acme", "acme/inventory", "a.csv")))
                .hasMessage("connection reset");

        assertThat(text("select count(*)::text from document")).isEqualTo("0");
    }

    private long keep(String content, Drop drop) throws IOException {
        return keeping.keep(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), drop);
    }

    private String text(String sql) {
        return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
    }
}
