package io.quayside.supply;

import io.quayside.mapping.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * What a partner's document says of our purchase orders, step by step: facts first, then what they come to, then what is
 * told of it before and after the SKUs are planned again.
 */
final class Responses {
    private final Handle handle;
    private final Replanning replanning;
    private final long document;
    private final String partner;
    private final PurchaseOrderLocks orders;
    private final PartnersTelling telling;
    private PurchaseOrderSettling.Settled settled;

    Responses(Handle handle, Replanning replanning, long document, String partner, PurchaseOrderLocks orders) {
        this.handle = handle;
        this.replanning = replanning;
        this.document = document;
        this.partner = partner;
        this.orders = orders;
        this.telling = new PartnersTelling(handle, replanning.moment().now());
    }

    /**
     * Rows of kind `order-ack` and `shipment`; the notices are written. Answers what they caused before the SKUs are planned again:
     * stock, and lines that lost what the partner rejected.
     */
    Told write(List<ChangeRow> answers, List<ChangeRow> shipments) {
        new AnswerFacts(handle, document).write(answers);
        List<ChangeRow> both = new ArrayList<>(answers);
        both.addAll(shipments);
        AnswerFacts.mark(handle, partner, both);
        settled =
                new PurchaseOrderSettling(handle, document, replanning.moment().now()).settle(orders.numbers());
        return new Told(settled.stockChanges(), 0, settled.units().told(false).size(), 0);
    }

    /** SKUs of lines that were settled. */
    Set<String> skus() {
        Set<String> skus = new TreeSet<>(settled.units().skus());
        settled.news().forEach(line -> skus.add(line.row().sku()));
        return skus;
    }

    /** Before the SKUs are planned again; customers' orders are locked from here on. */
    void tell() {
        Replanning.lockOrders(handle, settled.orders());
        replanning.tell(handle, telling.events(settled, partner));
    }

    /** After that. */
    void tellOrders() {
        orders.judgeLater(handle, replanning, settled.orders());
        replanning.tell(handle, telling.orders(settled.orders()));
    }

    List<Problem> problems() {
        return settled.problems();
    }
}
