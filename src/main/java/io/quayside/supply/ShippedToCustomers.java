package io.quayside.supply;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Ships customers' lines by what partners sent (rule 11): as many units as are released to the partner; what it sent beyond
 * them is a problem. What a call has shipped before is recognised and ships no second time. A shipment that was cancelled or
 * replaced gives back what it shipped, which is not what the call did.
 */
final class ShippedToCustomers {
    private final Handle handle;
    private final long document;
    private final PartnerUnits units;
    private final Map<OrderedRow.Key, Integer> unnoticed = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    ShippedToCustomers(Handle handle, long document, PartnerUnits units) {
        this.handle = handle;
        this.document = document;
        this.units = units;
    }

    /** A line of a shipment; {@code taken}: units of it that shipped the customer's line so far, {@code byCall} of them by a call. */
    record Notice(
            String partner,
            String shipment,
            String po,
            String line,
            String sku,
            int quantity,
            int taken,
            int byCall,
            Instant noticedAt,
            Optional<Long> documentId,
            Optional<String> position) {

        private String at() {
            return position.orElse("");
        }
    }

    private record Taken(Notice notice, int units, int byCall) {}

    /** What was shipped in vain. */
    List<Problem> problems() {
        return problems;
    }

    void ship(Collection<String> numbers, List<AnsweredLines.Line> lines) {
        Map<OrderedRow.Key, OrderedRow> rows = PurchaseOrderSettling.byKey(lines);
        rows.forEach((key, row) -> unnoticed.put(key, row.unnoticed()));
        List<Notice> notices = handle.createQuery(Sql.named("supply/untaken_notices"))
                .bindArray("numbers", String.class, numbers)
                .map(Rows.of(Notice.class))
                .list();
        for (Notice notice : notices) {
            OrderedRow row = rows.get(new OrderedRow.Key(notice.po(), notice.line()));
            if (row != null && row.servesCustomer()) {
                ship(notice, row);
            }
        }
        write();
    }

    private void ship(Notice notice, OrderedRow row) {
        int wanted = notice.quantity() - notice.taken();
        int known = known(notice, wanted, unnoticed.get(row.key()));
        int shipped = Math.min(wanted - known, units.left(row));
        unnoticed.merge(row.key(), -known, Integer::sum);
        units.ship(
                row,
                shipped,
                new PartnerUnits.Cause(
                        "shipment",
                        notice.noticedAt(),
                        notice.at(),
                        "shipment %s of purchase order %s".formatted(notice.shipment(), notice.po())));
        int taken = notice.taken() + known + shipped;
        if (taken != notice.taken()) {
            this.taken.add(new Taken(notice, taken, notice.byCall() + known));
        }
        if (taken < notice.quantity() && notice.documentId().equals(Optional.of(document))) {
            problems.add(PurchaseOrderSettling.problem(
                    ProblemCode.OVER_SHIPPED,
                    notice.at(),
                    String.valueOf(notice.quantity()),
                    "at most %d: no more are with the partner for line %s of purchase order %s"
                            .formatted(taken, notice.line(), notice.po())));
        }
    }

    /** Units that a call has shipped already; below zero those that the notice is no longer about, its own go first. */
    private static int known(Notice notice, int wanted, int unnoticed) {
        return wanted > 0 ? Math.min(wanted, unnoticed) : Math.min(0, wanted + notice.taken() - notice.byCall());
    }

    private void write() {
        handle.createUpdate(Sql.named("supply/take_notices"))
                .bindArray("partners", String.class, Columns.of(taken, one -> one.notice()
                        .partner()))
                .bindArray("shipments", String.class, Columns.of(taken, one -> one.notice()
                        .shipment()))
                .bindArray("pos", String.class, Columns.of(taken, one -> one.notice()
                        .po()))
                .bindArray("lines", String.class, Columns.of(taken, one -> one.notice()
                        .line()))
                .bindArray("skus", String.class, Columns.of(taken, one -> one.notice()
                        .sku()))
                .bindArray("taken", Integer.class, Columns.of(taken, Taken::units))
                .bindArray("by_call", Integer.class, Columns.of(taken, Taken::byCall))
                .execute();
    }

    /** Writes what is in the shipments that moved units; answers the parcels that are new. */
    Parcels.Written parcels() {
        return new Parcels(handle, Columns.of(taken, Taken::notice)).write();
    }
}
