package io.quayside.supply.dropship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.inbox.Documents;
import io.quayside.store.Refusal;
import io.quayside.supply.orders.Fulfilment.Part;
import io.quayside.supply.orders.Releasing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a purchase order whose document a person rejects. */
class WithdrawingTest {
    private final Pier pier = new Pier();
    private final Documents documents = new Documents(
            pier.database,
            null,
            new Withdrawing(pier.replanning, new Releasing(pier.replanning, pier.events, () -> pier.now)),
            () -> {});

    @BeforeEach
    void fiveAreOrdered() {
        pier.onHand("P", "DELTA", 8);
        pier.order("o1", "P 5");
        pier.write();
        assertThat(pier.lines()).containsExactly("o1/1 0+5+0 of 5");
    }

    @AfterEach
    void close() {
        pier.close();
    }

    @Test
    void ofOneThatWasNeverSentTheUnitsAreTheCustomersAgainAndOrderedAnew() {
        documents.reject(document());

        assertThat(pier.lines()).containsExactly("o1/1 5+0+0 of 5");
        assertThat(pier.strings("select quantity || ' ' || freed from purchase_order_line"))
                .containsExactly("5 5");
        assertThat(pier.strings("select line_id from passed_over")).isEmpty();
        assertThat(pier.strings("select data ->> 'quantity' || ' ' || (data ->> 'reason') from event"
                        + " where type = 'order_line.deallocated'"))
                .containsExactly("5 D100001 does not go to delta");

        pier.write();

        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5", "D100002 1 P 5");
        assertThat(pier.lines()).containsExactly("o1/1 0+5+0 of 5");
        assertThat(pier.strings("select status from document order by id")).containsExactly("rejected", "kept");
    }

    @Test
    void anotherSupplyMayHaveThemThen() {
        pier.onHand("P", "MAIN", 5);

        documents.reject(document());

        assertThat(pier.strings("select location || ' ' || quantity from allocation"))
                .containsExactly("MAIN 5");
        pier.cut();
        assertThat(pier.purchaseOrders()).hasSize(1);
    }

    @Test
    void whatTheCustomerHasCancelledIsNotGivenBack() {
        pier.fulfilment.cancel("shop", "o1", Optional.of(List.of(new Part("1", 2))));

        documents.reject(document());

        assertThat(pier.lines()).containsExactly("o1/1 3+0+0 of 3");
    }

    @Test
    void oneThatMayBeWithThePartnerIsRefusedUntilNothingOfItIsOpen() {
        for (String tried : List.of(
                "attempts = 1, next_at = now()",
                "attempts = 0, next_at = now()",
                "attempts = 0, next_at = null, lease = gen_random_uuid(), lease_until = now() - interval '1 minute'",
                "attempts = 0, lease = null, lease_until = null, sent_at = now()")) {
            pier.sql("update document set " + tried);
            assertThatThrownBy(() -> documents.reject(document()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("it may be with the partner already");
        }
        assertThat(pier.lines()).containsExactly("o1/1 0+5+0 of 5");

        pier.fulfilment.cancel("shop", "o1", Optional.empty());
        documents.reject(document());

        assertThat(pier.strings("select status from document")).containsExactly("rejected");
    }

    @Test
    void oneThatIsSentAgainMayBeWithThePartner() {
        pier.sql("update document set attempts = 3, next_at = now() + interval '1 minute'");
        documents.resend(document());

        assertThatThrownBy(() -> documents.reject(document())).isInstanceOf(Refusal.class);
    }

    @Test
    void oneThatThePartnerRefusedIsOrderedAnewByTheMendedMapping() {
        pier.sql(
                "update document set status = 'refused', sent_at = now(), ended_at = now(), reason = 'refused by the partner'");
        pier.sql("update purchase_order set sent_at = now()");

        documents.reject(document());
        assertThat(pier.strings("select reason from document"))
                .containsExactly("rejected by a person: it is not sent; refused by the partner");
        pier.write();

        assertThat(pier.purchaseOrders()).containsExactly("D100001 1 P 5", "D100002 1 P 5");
        assertThat(pier.lines()).containsExactly("o1/1 0+5+0 of 5");
    }

    private long document() {
        return Long.parseLong(
                pier.strings("select id from document order by id").get(0));
    }
}
