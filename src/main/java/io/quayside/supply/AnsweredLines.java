package io.quayside.supply;

import static java.util.stream.Collectors.groupingBy;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Lines of purchase orders with what all answers to them come to; what that is now is stored. */
final class AnsweredLines {
    private final Handle handle;
    private final Collection<String> numbers;

    AnsweredLines(Handle handle, Collection<String> numbers) {
        this.handle = handle;
        this.numbers = numbers;
    }

    /** A line and its answers; {@code row} is as it was stored before. */
    record Line(OrderedRow row, List<Said> answers, AnsweredLine answered) {
        /** Units that the partner will send; empty where it has not answered. */
        Optional<Integer> acknowledged() {
            return answers.isEmpty() ? Optional.empty() : Optional.of(answered.acknowledged());
        }

        int rejected() {
            return answered.units(AnsweredLine.Fate.REJECTED);
        }

        int undecided() {
            return answered.units(AnsweredLine.Fate.UNDECIDED);
        }

        /** Whether the answers come to something else now. */
        boolean isNews() {
            return !acknowledged().equals(row.acknowledged())
                    || rejected() != row.rejected()
                    || undecided() != row.undecided()
                    || !answered.leaves().equals(row.leaves());
        }
    }

    /** An answer as stored. */
    record Said(
            String number,
            String line,
            long documentId,
            String position,
            String action,
            Optional<Integer> quantity,
            Optional<LocalDate> date,
            Optional<String> dateKind,
            Optional<String> substituteSku,
            Instant answeredAt) {

        OrderedRow.Key key() {
            return new OrderedRow.Key(number, line);
        }

        /** Whether it says nothing of any unit. */
        boolean isOfNothing() {
            return quantity.equals(Optional.of(0)) && !action.equals("reject");
        }

        private AnsweredLine.Said of(OrderedRow row) {
            Optional<LocalDate> day = date.map(said -> row.day(said, dateKind));
            return new AnsweredLine.Said(action, quantity, day, documentId, position);
        }
    }

    /** By number and line. */
    List<Line> load() {
        Map<OrderedRow.Key, List<Said>> answers =
                query("answers", Said.class).stream().collect(groupingBy(Said::key));
        List<Line> lines = new ArrayList<>();
        for (OrderedRow row : query("ordered_lines", OrderedRow.class)) {
            List<Said> said = answers.getOrDefault(row.key(), List.of());
            lines.add(new Line(row, said, AnsweredLine.of(row.quantity(), Columns.of(said, one -> one.of(row)))));
        }
        return lines;
    }

    /** Those that were answered; none is loaded where nothing was. */
    List<Line> answered() {
        List<String> some = handle.createQuery(Sql.named("supply/answered_purchase_orders"))
                .bindArray("numbers", String.class, numbers)
                .mapTo(String.class)
                .list();
        return some.isEmpty()
                ? List.of()
                : new AnsweredLines(handle, some)
                        .load().stream()
                                .filter(line -> !line.answers().isEmpty())
                                .toList();
    }

    /** Stores what the answers come to; answers the lines of which that is news. */
    static List<Line> store(Handle handle, List<Line> lines) {
        List<Line> news = lines.stream().filter(Line::isNews).toList();
        if (!news.isEmpty()) {
            handle.createUpdate(Sql.named("supply/store_answered"))
                    .bindArray("numbers", String.class, Columns.of(news, line -> line.row()
                            .number()))
                    .bindArray("lines", String.class, Columns.of(news, line -> line.row()
                            .line()))
                    .bindArray("acknowledged", Integer.class, Columns.of(news, line -> line.acknowledged()
                            .orElse(null)))
                    .bindArray("rejected", Integer.class, Columns.of(news, Line::rejected))
                    .bindArray("undecided", Integer.class, Columns.of(news, Line::undecided))
                    .bindArray("leaves", String.class, Columns.of(news, AnsweredLines::leaves))
                    .execute();
        }
        return news;
    }

    private static String leaves(Line line) {
        return line.answered()
                .leaves()
                .map(day -> day.equals(LocalDate.MAX) ? "infinity" : day.toString())
                .orElse(null);
    }

    private <T extends Record> List<T> query(String name, Class<T> type) {
        return handle.createQuery(Sql.named("supply/" + name))
                .bindArray("numbers", String.class, numbers)
                .map(Rows.of(type))
                .list();
    }
}
