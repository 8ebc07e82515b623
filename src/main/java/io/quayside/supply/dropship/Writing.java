package io.quayside.supply.dropship;

import io.quayside.mapping.OrderForm;
import io.quayside.mapping.Unwritable;
import io.quayside.mapping.Written;
import io.quayside.outbox.OutDocuments;
import io.quayside.store.Database;
import io.quayside.store.Interruption;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.Replanning;
import io.quayside.supply.Trigger;
import io.quayside.supply.orders.Releasing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes purchase orders that are cut: each in a transaction of its own, in which its units are compared with what is still
 * held, the document is kept to be sent, and the units are released, because from then on it can reach the partner at any
 * time. What cannot be written stays, with a sentence for a person, and holds up nothing else. Thread-safe.
 */
public final class Writing {
    private static final Logger log = LoggerFactory.getLogger(Writing.class);
    /** What could not be written is tried again so often, and as soon as its mapping changes. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Database database;
    private final Cutting cutting;
    private final Releasing releasing;
    private final OutDocuments documents;
    private final OrderForms forms;
    private final InstantSource clock;

    public Writing(
            Database database,
            Cutting cutting,
            Releasing releasing,
            OutDocuments documents,
            OrderForms forms,
            InstantSource clock) {
        this.database = database;
        this.cutting = cutting;
        this.releasing = releasing;
        this.documents = documents;
        this.forms = forms;
        this.clock = clock;
    }

    /** Writes what is due for the partner. */
    public void write(String partner) {
        Optional<OrderForm> form;
        String none = "";
        try {
            form = Optional.of(forms.form(partner));
        } catch (Unwritable e) {
            form = Optional.empty();
            none = e.getMessage();
        }
        byte[] version = form.map(OrderForm::hash).orElse(new byte[0]);
        for (Due due : due(partner, version)) {
            if (form.isPresent()) {
                write(due, form.get());
            } else {
                fail(due, version, none);
            }
        }
    }

    private List<Due> due(String partner, byte[] version) {
        return database.read(handle -> handle.createQuery(Sql.named("dropship/due"))
                .bind("partner", partner)
                .bind("again", now().minus(AGAIN))
                .bind("version", version)
                .map(Rows.of(Due.class))
                .list());
    }

    private void write(Due due, OrderForm form) {
        try {
            database.transact(handle -> {
                cutting.lock(handle, List.of(due.orderId()));
                cutting.settle(handle, due.orderId());
                UnwrittenOrder.find(handle, due.number()).ifPresent(order -> write(handle, order, form));
            });
        } catch (Unwritable e) {
            fail(due, form.hash(), e.getMessage());
        } catch (RuntimeException e) {
            if (Interruption.is(e)) {
                throw e;
            }
            log.error("purchase order {} cannot be written", due.number(), e);
            fail(due, form.hash(), "the gateway failed to write it; its log says why");
        }
    }

    private void write(Handle handle, UnwrittenOrder order, OrderForm form) {
        Instant now = now();
        // Before the partner's next control number, as those do who answer documents.
        Replanning.lockOrders(handle, List.of(order.orderId()));
        Written written = form.write(
                order.order(),
                forms.partner(order.partner()),
                new OrderForm.Stamp(() -> OutDocuments.nextControl(handle, order.partner()), now));
        long document = documents.write(
                handle,
                new OutDocuments.Paper(
                        order.partner(),
                        OutDocuments.Kind.PURCHASE_ORDER,
                        form.name(),
                        "purchase-order-" + order.number() + "." + form.ending(),
                        written.bytes(),
                        written.controls(),
                        Optional.empty()));
        order.written(handle, document, now, written.problems());
        releasing.release(
                handle,
                order.orderId(),
                order.location(),
                order.units(),
                "ordered from " + order.partner() + " by " + order.number(),
                Trigger.document(document, "purchase order " + order.number()));
        log.info("purchase order {} for {} is document {}", order.number(), order.partner(), document);
    }

    private void fail(Due due, byte[] version, String why) {
        boolean isNews = database.inTransaction(handle -> handle.createQuery(Sql.named("dropship/unwritten"))
                .bind("number", due.number())
                .bind("why", why)
                .bind("at", now())
                .bind("version", version)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
        if (isNews) {
            log.warn("purchase order {} waits: {}", due.number(), why);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A purchase order that is to be written. */
    record Due(String number, long orderId) {}
}
