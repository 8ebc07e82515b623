package io.quayside.supply;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.store.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Settles what partners said of purchase orders (rule 11): stores what their answers come to, frees what they rejected and
 * ships what they sent to customers. What is settled already is settled no second time. SKUs, locations and purchase orders
 * are locked by the caller, who plans the SKUs again afterwards.
 */
final class PurchaseOrderSettling {
    private final Handle handle;
    private final long document;
    private final Instant now;
    private final List<Problem> problems = new ArrayList<>();

    PurchaseOrderSettling(Handle handle, long document, Instant now) {
        this.handle = handle;
        this.document = document;
        this.now = now;
    }

    /** What settling came to, to be told. */
    record Settled(
            PartnerUnits units,
            List<AnsweredLines.Line> news,
            Parcels.Written parcels,
            int stockChanges,
            List<Problem> problems) {
        /** Orders of which anything moved or is known better. */
        List<Long> orders() {
            return Stream.concat(units.orders().stream(), parcels.named().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    Settled settle(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return new Settled(
                    new PartnerUnits(handle, document, List.of()),
                    List.of(),
                    new Parcels.Written(List.of(), List.of()),
                    0,
                    List.of());
        }
        List<AnsweredLines.Line> lines = new AnsweredLines(handle, numbers).load();
        List<AnsweredLines.Line> news = AnsweredLines.store(handle, lines);
        PartnerUnits units = new PartnerUnits(handle, document, Columns.of(lines, AnsweredLines.Line::row));
        passOver(lines.stream().flatMap(line -> free(line, units).stream()).toList());
        ShippedToCustomers shipping = new ShippedToCustomers(handle, document, units);
        shipping.ship(numbers, lines);
        int stock = units.write();
        Parcels.Written parcels = shipping.parcels();
        lines.forEach(this::judge);
        problems.addAll(shipping.problems());
        return new Settled(units, news, parcels, stock, problems);
    }

    /** A rejection that freed units, for the planner. */
    private record PassedOver(OrderedRow row, AnsweredLines.Said said) {}

    private Optional<PassedOver> free(AnsweredLines.Line line, PartnerUnits units) {
        OrderedRow row = line.row();
        int wanted = Math.max(0, line.rejected() - row.cancelled()) - row.freed();
        if (!row.servesCustomer() || wanted <= 0) {
            return Optional.empty();
        }
        AnsweredLines.Said said =
                last(line, one -> one.action().equals("reject")).orElseThrow();
        int freed = Math.min(wanted, units.left(row));
        units.free(
                row,
                freed,
                new PartnerUnits.Cause(
                        "denial",
                        said.answeredAt(),
                        said.position(),
                        "purchase order %s line %s rejected".formatted(row.number(), row.line())));
        if (freed < wanted && said.documentId() == document) {
            problems.add(problem(
                    ProblemCode.OVER_ANSWERED,
                    said,
                    String.valueOf(line.rejected()),
                    "at most %d: the others have shipped".formatted(row.cancelled() + row.freed() + freed)));
        }
        return freed > 0 ? Optional.of(new PassedOver(row, said)) : Optional.empty();
    }

    private void passOver(List<PassedOver> rejected) {
        handle.createUpdate(Sql.named("supply/pass_over"))
                .bind("at", now.toString())
                .bindArray("lines", Long.class, Columns.of(rejected, one -> one.row()
                        .lineId()
                        .orElseThrow()))
                .bindArray("locations", String.class, Columns.of(rejected, one -> one.row()
                        .location()
                        .orElseThrow()))
                .bindArray("documents", Long.class, Columns.of(rejected, one -> one.said()
                        .documentId()))
                .bindArray("positions", String.class, Columns.of(rejected, one -> one.said()
                        .position()))
                .execute();
    }

    /** What this document answered in vain, and what a person must decide. */
    private void judge(AnsweredLines.Line line) {
        line.answered().over().stream()
                .filter(over -> over.said().document() == document)
                .forEach(over -> problems.add(problem(
                        ProblemCode.OVER_ANSWERED,
                        over.said().position(),
                        String.valueOf(over.units()),
                        "answers to no more than the %d that were ordered and are not rejected yet"
                                .formatted(line.row().quantity()))));
        List<AnsweredLines.Said> here = line.answers().stream()
                .filter(one -> one.documentId() == document)
                .toList();
        if (here.stream().allMatch(AnsweredLines.Said::isOfNothing)) {
            here.forEach(one -> problems.add(problem(
                    ProblemCode.BAD_NUMBER,
                    one,
                    "0",
                    "a quantity above 0, or none for all of the line; reject says that there is nothing")));
        }
        if (line.undecided() > 0) {
            last(line, one -> one.action().equals("substitute") && one.documentId() == document)
                    .ifPresent(said -> problems.add(problem(
                            ProblemCode.NEEDS_DECISION,
                            said,
                            said.substituteSku().orElse(""),
                            "an answer that accepts or rejects %s; a substitute is not taken by itself"
                                    .formatted(line.row().sku()))));
        }
    }

    private static Optional<AnsweredLines.Said> last(
            AnsweredLines.Line line, Function<AnsweredLines.Said, Boolean> which) {
        return line.answers().stream().filter(which::apply).reduce((a, b) -> b);
    }

    private static Problem problem(ProblemCode code, AnsweredLines.Said said, String value, String write) {
        return problem(code, said.position(), value, write);
    }

    static Problem problem(ProblemCode code, String at, String value, String write) {
        return new Problem(code, at, Optional.of(value), Optional.of("quantity"), Optional.empty(), write);
    }

    /** Lines by number and line. */
    static Map<OrderedRow.Key, OrderedRow> byKey(List<AnsweredLines.Line> lines) {
        return lines.stream().map(AnsweredLines.Line::row).collect(Collectors.toMap(OrderedRow::key, row -> row));
    }
}
