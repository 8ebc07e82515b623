package io.quayside.supply;

import static java.util.stream.Collectors.toMap;

import io.quayside.mapping.Problem;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Applies what a document says, chunk by chunk, from the rows of table {@code change}: locks their SKUs, writes the facts
 * set-based, derives inbound from them and replans, all in the caller's transaction.
 */
public final class Arrivals {
    private final Replanning replanning;

    public Arrivals(Replanning replanning) {
        this.replanning = replanning;
    }

    /** Applies one chunk; {@code partner} is the document's. Applying the same chunk in two transactions is for the caller to prevent. */
    public Applied apply(Handle handle, long document, String partner, int chunk) {
        List<ChangeRow> rows = handle
                .createQuery(Sql.named("supply/changes"))
                .bind("document", document)
                .bind("chunk", chunk)
                .map(Rows.of(ChangeRow.Stored.class))
                .stream()
                .map(ChangeRow.Stored::toRow)
                .toList();
        NoticeFacts notices = new NoticeFacts(handle, partner, document);
        List<ChangeRow> answers = of(rows, "order-ack");
        PurchaseOrderLocks orders = PurchaseOrderLocks.of(handle, rows, notices);
        Set<String> skus = lock(handle, rows, notices, orders);

        InboundFacts inbound = new InboundFacts(handle, partner, document);
        ReceiptFacts receipts = new ReceiptFacts(handle, Optional.of(document));
        inbound.replaceIncoming(of(rows, "inventory"));
        int stock = new StockFacts(handle, Optional.of(document)).state(stated(rows))
                + receipts.write(Columns.of(of(rows, "receipt"), Arrivals::receipt));
        notices.write(Columns.of(of(rows, "shipment"), Arrivals::notice));
        Responses responses = new Responses(handle, replanning, document, partner, orders);
        Told answered = responses.write(answers, of(rows, "shipment"));
        skus.addAll(responses.skus());

        Set<InboundKey> touched = new LinkedHashSet<>(inbound.state(of(rows, "inbound")));
        touched.addAll(notices.touched());
        touched.addAll(receipts.touched());
        answers.forEach(row -> touched.add(new InboundKey(AnswerFacts.po(row), row.sku())));
        new Deriving(handle).derive(touched);

        Map<String, Trigger> triggers =
                rows.stream().collect(toMap(ChangeRow::sku, row -> Trigger.document(document, row.at()), (a, b) -> a));
        Trigger undone = new Trigger("document", Optional.of(document), Optional.empty());
        responses.tell();
        Told told = replanning.replan(handle, skus, sku -> triggers.getOrDefault(sku, undone));
        responses.tellOrders();
        List<Problem> problems = new ArrayList<>(responses.problems());
        problems.addAll(notices.problems());
        return new Applied(told.plus(answered).plus(new Told(stock, 0, 0, 0)), problems);
    }

    /** Locks all SKUs that the rows touch, or that shipments named before which the rows undo; then locations and purchase orders. */
    private Set<String> lock(Handle handle, List<ChangeRow> rows, NoticeFacts notices, PurchaseOrderLocks orders) {
        Set<String> skus = new TreeSet<>(Columns.of(rows, ChangeRow::sku));
        List<String> shipments = of(rows, "shipment").stream()
                .flatMap(row -> row.text("shipment").stream())
                .distinct()
                .toList();
        if (!shipments.isEmpty()) {
            notices.known(shipments).forEach(known -> skus.add(known.sku()));
        }
        Set<String> all = new TreeSet<>(skus);
        all.addAll(orders.skus());
        Set<String> locations = new TreeSet<>(orders.locations());
        rows.stream()
                .filter(row -> !row.is("shipment"))
                .map(ChangeRow::location)
                .filter(Objects::nonNull)
                .forEach(locations::add);
        replanning.lock(handle, all, locations);
        orders.lock(handle);
        return skus;
    }

    private static List<ChangeRow> of(List<ChangeRow> rows, String... kinds) {
        return rows.stream().filter(row -> List.of(kinds).contains(row.kind())).toList();
    }

    /** Inventories and absences; the last one of a SKU and location counts. */
    private static List<StockFacts.Stated> stated(List<ChangeRow> rows) {
        Map<List<String>, StockFacts.Stated> last = new LinkedHashMap<>();
        for (ChangeRow row : rows) {
            if (row.is("inventory") || row.is("absent")) {
                last.put(
                        List.of(row.sku(), row.location()),
                        new StockFacts.Stated(
                                row.sku(),
                                row.location(),
                                Optional.ofNullable(row.quantity()),
                                row.is("absent"),
                                row.asOf(),
                                Optional.of(row.at()),
                                row.is("absent") ? Optional.of("not in the feed") : Optional.empty()));
            }
        }
        return new ArrayList<>(last.values());
    }

    private static ReceiptFacts.Line receipt(ChangeRow row) {
        return new ReceiptFacts.Line(
                new ReceiptFacts.Key(row.location(), row.text("ref").orElse("")),
                row.text("po"),
                row.text("line"),
                row.sku(),
                row.quantity(),
                row.flag("final"),
                row.text("received_at").map(Instant::parse).orElse(row.asOf()),
                Optional.of(row.at()));
    }

    private static NoticeFacts.Line notice(ChangeRow row) {
        return new NoticeFacts.Line(
                row.text("shipment").orElse(""),
                row.text("purpose").orElse("new"),
                row.text("po").orElse(""),
                row.text("line").orElse(""),
                row.sku(),
                row.quantity(),
                row.date("eta"),
                row.date("shipped"),
                row.text("carrier"),
                row.texts("tracking"),
                row.asOf(),
                row.at(),
                row.message());
    }
}
