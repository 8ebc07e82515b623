package io.quayside.supply.dropship;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.Replanning;
import io.quayside.supply.Trigger;
import io.quayside.supply.orders.Releasing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Ends purchase orders whose document a person keeps from its partner: what is open of them is the customers' lines' again,
 * and may be ordered anew by the next plan, there or elsewhere (docs/decisions/documents-out.md). Thread-safe.
 */
public final class Withdrawing {
    private final Replanning replanning;
    private final Releasing releasing;

    public Withdrawing(Replanning replanning, Releasing releasing) {
        this.replanning = replanning;
        this.releasing = releasing;
    }

    /** Locks the SKUs that the purchase orders of a document touch: before the document itself is locked. */
    public void lock(Handle handle, long document) {
        replanning.lock(
                handle,
                handle.createQuery(Sql.named("dropship/skus_of_document"))
                        .bind("document", document)
                        .mapTo(String.class)
                        .list());
    }

    /** In the transaction that says that the document is not sent, after {@link #lock}; of other documents nothing follows. */
    public void withdraw(Handle handle, long document) {
        Map<String, List<Open>> orders = handle
                .createQuery(Sql.named("dropship/withdraw"))
                .bind("document", document)
                .map(Rows.of(Open.class))
                .stream()
                .collect(groupingBy(Open::number, TreeMap::new, java.util.stream.Collectors.toList()));
        orders.forEach((number, open) -> releasing.takeBack(
                handle,
                open.get(0).orderId(),
                open.get(0).location(),
                open.stream().collect(toMap(Open::lineId, Open::units, Integer::sum)),
                number + " does not go to " + open.get(0).partner(),
                Trigger.document(document, "purchase order " + number)));
    }

    /** Units of a customer's line that were with the partner. */
    record Open(String number, String partner, String location, long orderId, long lineId, int units) {}
}
