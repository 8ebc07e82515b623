package io.quayside.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    private final Database database = TestDatabase.create();
    private final Forgetting forgetting = new Forgetting(database, new Settings.Retention(400, 7, 90));

    @BeforeEach
    void aDocumentOfEachAge() {
        for (int days : new int[] {401, 399, 8, 6}) {
            sql(
                    "insert into document (partner, mapping, name, sha256, size, status, received_at, ended_at) values ('acme',"
                            + " 'acme/a', '" + days + " days', '', 1, 'applied', now() - interval '" + days
                            + " days', now() - interval '"
                            + days + " days')");
        }
        sql("insert into document_content (document_id, n, bytes) select id, 0, 'x' from document");
        sql(
                "insert into change (document_id, chunk, seq, at, kind, sku) select id, 1, 1, '', 'inventory', 'A' from document");
        sql(
                "insert into event (type, key, at, data) select 'stock.changed', 'sku:' || n, now() - n * interval '1 day', '{}'"
                        + " from unnest(array[91, 92, 89]) n");
        sql("insert into webhook (id, url, events, secret) values ('w', 'http://x', '{*}', '')");
        sql("insert into attempt (webhook_id, event_id, at, millis) select 'w', id, at, 1 from event");
        sql("insert into delivery_wait (webhook_id, key, event_id, next_at) select 'w', key, id, 'infinity' from event"
                + " where key = 'sku:92'");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachKindOfThingIsForgottenAtItsAgeAndNothingElse() {
        while (forgetting.step()) {
            assertThat(list("select name from document")).hasSize(4);
        }

        assertThat(list("select name from document join document_content on document_id = id order by id"))
                .containsExactly("399 days", "8 days", "6 days");
        assertThat(list("select name from document join change on document_id = id"))
                .containsExactly("6 days");
        assertThat(list("select key from event order by key")).containsExactly("sku:89", "sku:92");
        assertThat(list("select event.key from attempt join event on event.id = event_id"))
                .containsExactly("sku:89");
    }

    @Test
    void theBytesOfADocumentThatIsHeldStay() {
        sql("update document set status = 'held', ended_at = null");

        assertThat(forgetting.step()).isTrue();

        assertThat(list("select name from document join document_content on document_id = id"))
                .hasSize(4);
    }

    private void sql(String statement) {
        database.transact(handle -> handle.execute(statement));
    }

    private List<String> list(String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
