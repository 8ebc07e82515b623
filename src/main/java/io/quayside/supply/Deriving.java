package io.quayside.supply;

import static java.util.stream.Collectors.groupingBy;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.ExpectedLine.Noticed;
import io.quayside.supply.ExpectedLine.Ordered;
import io.quayside.supply.ExpectedLine.Received;
import io.quayside.supply.ExpectedLine.Stated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Makes {@code inbound} anew for the keys that a change touched, from all facts that are known of them. */
final class Deriving {
    private final Handle handle;

    Deriving(Handle handle) {
        this.handle = handle;
    }

    /** A row of inbound. */
    record Expected(
            InboundKey key,
            String line,
            String location,
            String ref,
            String partner,
            String source,
            int quantity,
            Optional<LocalDate> eta,
            Instant newsAt,
            Optional<Long> document,
            Optional<String> position) {}

    /** The SKUs of the keys are locked. */
    void derive(Collection<InboundKey> touched) {
        List<InboundKey> keys = touched.stream().distinct().toList();
        if (keys.isEmpty()) {
            return;
        }
        var ordered = facts("ordered_facts", keys, Ordered.class, fact -> new InboundKey(fact.po(), fact.sku()));
        var stated = facts("stated_facts", keys, Stated.class, fact -> new InboundKey(fact.po(), fact.sku()));
        var noticed = facts("noticed_facts", keys, Noticed.class, fact -> new InboundKey(fact.po(), fact.sku()));
        var received = facts("received_facts", keys, Received.class, fact -> new InboundKey(fact.po(), fact.sku()));
        Optional<String> main = handle.createQuery(Sql.named("supply/main_warehouse"))
                .mapTo(String.class)
                .findOne();
        Map<OrderedRow.Key, ExpectedLine.Answer> answers = answers(keys);
        List<Expected> expected = new ArrayList<>();
        for (InboundKey key : keys) {
            expected.addAll(new KeyFacts(
                            key,
                            ordered.getOrDefault(key, List.of()),
                            stated.getOrDefault(key, List.of()),
                            noticed.getOrDefault(key, List.of()),
                            received.getOrDefault(key, List.of()),
                            answers)
                    .expected(main));
        }
        write(keys, expected);
    }

    /** All facts of one key. */
    private record KeyFacts(
            InboundKey key,
            List<Ordered> ordered,
            List<Stated> stated,
            List<Noticed> noticed,
            List<Received> received,
            Map<OrderedRow.Key, ExpectedLine.Answer> answers) {

        List<Expected> expected(Optional<String> main) {
            TreeSet<String> lines = new TreeSet<>();
            Stream.of(
                            ordered.stream().map(Ordered::line),
                            stated.stream().map(Stated::line),
                            noticed.stream().map(Noticed::line).map(this::resolved),
                            received.stream().map(Received::line).map(this::resolved))
                    .flatMap(Function.identity())
                    .forEach(lines::add);
            List<Expected> expected = new ArrayList<>();
            lines.forEach(line -> add(line, main, expected));
            return expected;
        }

        /** A fact that names no line is about the purchase order's first line of the SKU. */
        private String resolved(String line) {
            return line.isEmpty()
                    ? ordered.stream().map(Ordered::line).sorted().findFirst().orElse("")
                    : line;
        }

        private void add(String line, Optional<String> main, List<Expected> expected) {
            ExpectedLine facts = new ExpectedLine(
                    ordered.stream().filter(fact -> fact.line().equals(line)).findFirst(),
                    stated.stream().filter(fact -> fact.line().equals(line)).toList(),
                    noticed.stream()
                            .filter(fact -> resolved(fact.line()).equals(line))
                            .toList(),
                    received.stream()
                            .filter(fact -> resolved(fact.line()).equals(line))
                            .toList(),
                    Optional.ofNullable(answers.get(new OrderedRow.Key(key.po(), line))));
            Optional<String> location = facts.ordered()
                    .flatMap(Ordered::location)
                    .or(() -> facts.stated().map(Stated::location))
                    .or(() -> main);
            if (location.isEmpty()) {
                return;
            }
            ExpectedLine.Rest rest = facts.rest();
            for (ExpectedLine.Open open : rest.notices()) {
                if (open.quantity() > 0) {
                    expected.add(notice(line, location.get(), open));
                }
            }
            if (rest.base() > 0) {
                base(line, location.get(), facts, rest.base(), expected);
            }
        }

        private Expected notice(String line, String location, ExpectedLine.Open open) {
            Noticed notice = open.notice();
            return new Expected(
                    key,
                    line,
                    location,
                    notice.shipment() + "/" + key.po() + "/" + line,
                    notice.partner(),
                    "notice",
                    open.quantity(),
                    notice.eta(),
                    notice.noticedAt(),
                    notice.document(),
                    notice.position());
        }

        /** A row for each day on which units are due; the soonest has the line's own reference. */
        private void base(String line, String location, ExpectedLine facts, int quantity, List<Expected> expected) {
            Optional<Stated> said = facts.stated();
            Optional<Ordered> order = facts.ordered();
            Optional<ExpectedLine.Answer> answer = facts.answer();
            Instant newsAt = Stream.of(
                            said.map(Stated::asOf),
                            order.map(Ordered::saidAt),
                            answer.map(ExpectedLine.Answer::answeredAt))
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo)
                    .orElseThrow();
            String ref = said.map(Stated::ref).orElse(key.po() + "/" + line);
            for (ExpectedLine.Due due : facts.due(quantity)) {
                boolean first = expected.stream().noneMatch(row -> row.ref().equals(ref));
                expected.add(new Expected(
                        key,
                        line,
                        location,
                        first
                                ? ref
                                : ref + "/" + due.eta().map(LocalDate::toString).orElse("undated"),
                        order.map(Ordered::partner)
                                .or(() -> said.map(Stated::partner))
                                .orElseThrow(),
                        said.isPresent() ? "statement" : "po",
                        due.quantity(),
                        due.eta(),
                        newsAt,
                        answer.map(ExpectedLine.Answer::document).or(() -> said.flatMap(Stated::document)),
                        answer.map(ExpectedLine.Answer::position).or(() -> said.flatMap(Stated::position))));
            }
        }
    }

    /** What partners answered to lines of these keys that come to us. */
    private Map<OrderedRow.Key, ExpectedLine.Answer> answers(List<InboundKey> keys) {
        Map<OrderedRow.Key, ExpectedLine.Answer> answers = new HashMap<>();
        List<String> numbers = keys.stream().map(InboundKey::po).distinct().toList();
        for (AnsweredLines.Line line : new AnsweredLines(handle, numbers).answered()) {
            AnsweredLines.Said last = line.answers().get(line.answers().size() - 1);
            answers.put(
                    line.row().key(),
                    new ExpectedLine.Answer(line.answered(), last.answeredAt(), last.documentId(), last.position()));
        }
        return answers;
    }

    private <T extends Record> Map<InboundKey, List<T>> facts(
            String name, List<InboundKey> keys, Class<T> type, Function<T, InboundKey> key) {
        return handle
                .createQuery(Sql.named("supply/" + name))
                .bindArray("pos", String.class, Columns.of(keys, InboundKey::po))
                .bindArray("skus", String.class, Columns.of(keys, InboundKey::sku))
                .map(Rows.of(type))
                .stream()
                .collect(groupingBy(key));
    }

    private void write(List<InboundKey> keys, List<Expected> rows) {
        handle.createUpdate(Sql.named("supply/derive_inbound"))
                .bindArray("asked_pos", String.class, Columns.of(keys, InboundKey::po))
                .bindArray("asked_skus", String.class, Columns.of(keys, InboundKey::sku))
                .bindArray(
                        "skus", String.class, Columns.of(rows, row -> row.key().sku()))
                .bindArray("locations", String.class, Columns.of(rows, Expected::location))
                .bindArray("refs", String.class, Columns.of(rows, Expected::ref))
                .bindArray("partners", String.class, Columns.of(rows, Expected::partner))
                .bindArray("sources", String.class, Columns.of(rows, Expected::source))
                .bindArray(
                        "pos", String.class, Columns.of(rows, row -> row.key().po()))
                .bindArray("lines", String.class, Columns.of(rows, Expected::line))
                .bindArray("quantities", Integer.class, Columns.of(rows, Expected::quantity))
                .bindArray("etas", String.class, Columns.texts(rows, Expected::eta))
                .bindArray("news_at", String.class, Columns.of(rows, row -> row.newsAt()
                        .toString()))
                .bindArray("documents", Long.class, Columns.of(rows, row -> row.document()
                        .orElse(null)))
                .bindArray("positions", String.class, Columns.of(rows, row -> row.position()
                        .orElse(null)))
                .execute();
    }
}
