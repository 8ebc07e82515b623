package io.quayside.inbox;

import io.quayside.mapping.Problem;
import io.quayside.store.RoundTrip;
import io.quayside.store.Sql;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Writes what a document holds beside its records, each list by one statement. */
final class Messages {
    private Messages() {}

    /** On the way with others; the trip knows the document. */
    static void write(RoundTrip trip, List<Spoken> messages) {
        trip.bindArray("ns", Integer.class, each(messages, m -> m.message.n()))
                .bindArray("kinds", String.class, each(messages, m -> m.message
                        .kind()
                        .word()))
                .bindArray("controls", String.class, each(messages, m -> m.message
                        .control()
                        .orElse(null)))
                .bindArray("modes", String.class, each(messages, m -> m.message.full() ? "full" : "delta"))
                .bindArray("as_ofs", String.class, each(messages, m -> m.asOf.toString()))
                .bindArray("rows", Integer.class, each(messages, m -> m.rows))
                .bindArray("fallen", Boolean.class, each(messages, m -> m.fallen));
        trip.update("inbox/write_messages");
    }

    static void problems(Handle handle, long document, List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        handle.createUpdate(Sql.named("inbox/write_problems"))
                .bind("document", document)
                .bindArray("codes", String.class, each(problems, p -> p.code().word()))
                .bindArray("places", String.class, each(problems, p -> Findings.shortened(p.at())))
                .bindArray("values", String.class, each(problems, p -> p.value()
                        .map(Findings::shortened)
                        .orElse(null)))
                .bindArray("fields", String.class, each(problems, p -> p.field().orElse(null)))
                .bindArray("lines", String.class, each(problems, p -> p.line().orElse(null)))
                .bindArray("writes", String.class, each(problems, p -> Findings.shortened(p.write())))
                .execute();
    }

    private static <T, V> List<V> each(List<T> list, Function<T, V> value) {
        return list.stream().map(value).toList();
    }
}
