package io.quayside.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.store.Database;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands on Today, and what does not. */
class MattersTest {
    private final Database database = TestDatabase.create();

    @BeforeEach
    void aPartnerWhoseDocumentsComeAndGo() {
        sql("insert into partner (code, name, kinds) values ('delta', 'Delta', '{supplier,dropship}')");
        sql("insert into item (sku, name) values ('P', 'Item P')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatAPersonRejectedNeedsNobodyAnyMore() {
        document("in", "a.csv", "rejected", "rejected by a person");
        document("in", "b.csv", "rejected", "rejected by a person; to_zero_pct: 2 of 2");
        document("out", "c.edi", "rejected", "rejected by a person: it is not sent");
        document("in", "d.csv", "rejected", "there is no mapping delta/none");
        document("in", "e.csv", "rejected", null);

        assertThat(shown(Concern.REJECTED)).containsExactly("e.csv: ", "d.csv: there is no mapping delta/none");
    }

    @Test
    void unitsCancelledAfterTheyWereOrderedWaitForACallToThePartner() {
        ordered(5, 2);

        assertThat(shown(Concern.CANCELLED))
                .containsExactly(
                        "PO D1, line 1: 2 of P: cancelled by the customer, and the partner may still send them");
    }

    @Test
    void theyAreGoneWhenThePartnerRejectsThem() {
        ordered(5, 2);

        sql("update purchase_order_line set rejected = 1");
        assertThat(shown(Concern.CANCELLED))
                .containsExactly("PO D1, line 1: 1 of P: cancelled by the customer, and the partner may still send it");
        sql("update purchase_order_line set rejected = 4, freed = 2");

        assertThat(shown(Concern.CANCELLED)).isEmpty();
    }

    @Test
    void orWhenItHasShippedThemAllTheSame() {
        ordered(5, 2);

        ship(3);
        assertThat(shown(Concern.CANCELLED)).hasSize(1);
        ship(5);

        assertThat(shown(Concern.CANCELLED)).isEmpty();
    }

    @Test
    void orWhenItIsNeverAskedForThem() {
        ordered(5, 2);

        sql("update document set status = 'rejected'");

        assertThat(shown(Concern.CANCELLED)).isEmpty();
    }

    private void ordered(int quantity, int cancelled) {
        document("out", "po.edi", "sent", null);
        sql("insert into purchase_order (number, partner, kind, document_id, sent_at)"
                + " select 'D1', 'delta', 'dropship', max(id), now() from document");
        sql("insert into purchase_order_line (number, line, sku, quantity, cancelled) values ('D1', '1', 'P', "
                + quantity + ", " + cancelled + ")");
    }

    private void ship(int units) {
        sql("delete from notice");
        sql(
                "insert into notice (partner, shipment, po, line, sku, quantity, noticed_at) values ('delta', 'S1', 'D1', '1', 'P', "
                        + units + ", now())");
    }

    private void document(String direction, String name, String status, String reason) {
        database.transact(
                h -> h.createUpdate("insert into document (direction, kind, partner, mapping, name, sha256, size,"
                                + " status, reason, ended_at) values (:direction, :kind, 'delta', 'delta/po', :name, '', 0, :status,"
                                + " :reason, case when :status = 'rejected' then now() end)")
                        .bind("direction", direction)
                        .bind("kind", direction.equals("out") ? "purchase-order" : null)
                        .bind("name", name)
                        .bind("status", status)
                        .bind("reason", reason)
                        .execute());
    }

    private List<String> shown(Concern concern) {
        return database.read(h -> h.createQuery(Sql.named("web/today/" + concern.sql()))
                .bind("limit", 20)
                .map(Rows.of(Matter.Row.class))
                .map(row -> row.what() + ": " + row.detail())
                .list());
    }

    private void sql(String sql) {
        database.transact(h -> h.execute(sql));
    }
}
