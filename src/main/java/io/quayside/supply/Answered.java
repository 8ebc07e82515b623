package io.quayside.supply;

import io.quayside.planning.Answers;
import io.quayside.planning.Place;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Loads what dropship partners answered for order lines, as the planner sees it. */
final class Answered {
    private final Handle handle;
    private final Collection<Long> lines;

    Answered(Handle handle, Collection<Long> lines) {
        this.handle = handle;
        this.lines = lines;
    }

    /** By line; lines of which no partner said anything are left out. */
    Map<Long, Answers> load(Map<String, Place> places) {
        Map<Long, List<PassedRow>> passed = rows("passed_over_of_lines", PassedRow.class).stream()
                .collect(Collectors.groupingBy(PassedRow::lineId));
        Map<Long, Answers.Sent> sent = rows("sent_of_lines", SentRow.class).stream()
                .collect(Collectors.toMap(
                        SentRow::lineId, row -> new Answers.Sent(places.get(row.location()), row.leaves())));
        Map<Long, Answers> answers = new HashMap<>();
        for (Long line : lines) {
            if (passed.containsKey(line) || sent.containsKey(line)) {
                List<Answers.PassedOver> over = passed.getOrDefault(line, List.of()).stream()
                        .map(PassedRow::toPassedOver)
                        .toList();
                answers.put(line, new Answers(over, Optional.ofNullable(sent.get(line))));
            }
        }
        return answers;
    }

    private <T extends Record> List<T> rows(String name, Class<T> type) {
        return handle.createQuery(Sql.named("supply/" + name))
                .bindArray("lines", Long.class, lines)
                .map(Rows.of(type))
                .list();
    }

    /** A row of passed_over. */
    record PassedRow(long lineId, String location, Optional<Long> documentId, Optional<String> position) {
        Answers.PassedOver toPassedOver() {
            String where = documentId.map(id -> "document " + id).orElse("no document")
                    + position.map(at -> ", " + at).orElse("");
            return new Answers.PassedOver(location, where);
        }
    }

    /** The last day on which units of a line leave its partners. */
    record SentRow(long lineId, String location, Optional<LocalDate> leaves) {}
}
