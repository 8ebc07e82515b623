package io.quayside.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.outbox.OutDocuments.Kind;
import io.quayside.outbox.OutDocuments.Paper;
import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutDocumentsTest {
    private final Database database = TestDatabase.create();
    private final AtomicInteger rung = new AtomicInteger();
    private final OutDocuments documents = new OutDocuments(rung::incrementAndGet);

    @BeforeEach
    void aPartner() {
        database.transact(h -> h.execute("insert into partner (code, name) values ('delta', 'Delta')"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDocumentIsKeptWithItsBytesAndRungAfterTheCommit() {
        long id = database.inTransaction(h -> {
            long written = documents.write(h, paper());
            assertThat(rung).hasValue(0);
            return written;
        });

        assertThat(rung).hasValue(1);
        String row = database.read(
                h -> h.createQuery("select concat_ws(' ', direction, kind, status, name, size, controls[1],"
                                + " (select count(*) from document_content)) from document where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
        assertThat(row).isEqualTo("out purchase-order kept 850-000000001.edi 4 000000001 1");
    }

    @Test
    void aRollBackTakesTheControlNumberBack() {
        assertThat(next()).isEqualTo(1);
        assertThatThrownBy(() -> database.transact(h -> {
                    OutDocuments.nextControl(h, "delta");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(next()).isEqualTo(2);
    }

    @Test
    void afterNineNinesTheNumbersBeginAgain() {
        database.transact(h -> h.execute("insert into control_number values ('delta', 999999998)"));

        assertThat(next()).isEqualTo(999_999_999);
        assertThat(next()).isEqualTo(1);
    }

    private long next() {
        return database.inTransaction(h -> OutDocuments.nextControl(h, "delta"));
    }

    private static Paper paper() {
        return new Paper(
                "delta",
                Kind.PURCHASE_ORDER,
                "delta/po",
                "850-000000001.edi",
                "ISA~".getBytes(StandardCharsets.UTF_8),
                List.of("000000001"),
                Optional.empty());
    }
}
