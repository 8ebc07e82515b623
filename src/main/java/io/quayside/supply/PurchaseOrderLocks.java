package io.quayside.supply;

import io.quayside.store.Sql;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Purchase orders that a chunk's answers and shipments are about, and what has to be locked for them. */
record PurchaseOrderLocks(List<String> numbers, List<String> skus, List<String> locations) {

    /** Taken before the SKUs are locked, which {@code PUT} of a purchase order may change: it is kept from doing so from here on. */
    static PurchaseOrderLocks of(Handle handle, List<ChangeRow> rows, NoticeFacts notices) {
        Set<String> numbers = new TreeSet<>();
        rows.stream().filter(row -> row.is("order-ack") || row.is("shipment")).forEach(row -> row.text("po")
                .ifPresent(numbers::add));
        List<String> shipments = rows.stream()
                .filter(row -> row.is("shipment"))
                .flatMap(row -> row.text("shipment").stream())
                .distinct()
                .toList();
        if (!shipments.isEmpty()) {
            notices.known(shipments).forEach(known -> numbers.add(known.po()));
        }
        List<String> named = List.copyOf(numbers);
        if (named.isEmpty()) {
            return new PurchaseOrderLocks(named, List.of(), List.of());
        }
        texts(handle, "keep_purchase_orders", named);
        return new PurchaseOrderLocks(
                named,
                texts(handle, "skus_of_purchase_orders", named),
                texts(handle, "locations_of_purchase_orders", named));
    }

    /** Locks the purchase orders, after SKUs and locations. */
    void lock(Handle handle) {
        if (!numbers.isEmpty()) {
            texts(handle, "lock_purchase_orders", numbers);
        }
    }

    /** Customers' orders that ship complete are judged again. */
    void judgeLater(Handle handle, Replanning replanning, List<Long> orders) {
        if (!orders.isEmpty()) {
            replanning.judgeLater(
                    handle,
                    handle.createQuery(Sql.named("supply/complete_orders"))
                            .bindArray("orders", Long.class, orders)
                            .mapTo(Long.class)
                            .list());
        }
    }

    private static List<String> texts(Handle handle, String name, List<String> numbers) {
        return handle.createQuery(Sql.named("supply/" + name))
                .bindArray("numbers", String.class, numbers)
                .mapTo(String.class)
                .list();
    }
}
