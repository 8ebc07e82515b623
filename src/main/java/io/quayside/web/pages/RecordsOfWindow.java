package io.quayside.web.pages;

import io.quayside.inbox.Layouts;
import io.quayside.mapping.Canonical;
import io.quayside.mapping.Message;
import io.quayside.mapping.Problem;
import io.quayside.mapping.Sink;
import io.quayside.mapping.format.Unpacked;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the mapping, as it is now, makes of the lines in a window. It is read from the start, but no further than the window. */
final class RecordsOfWindow implements Sink {
    private static final int MOST = 1_000;

    private final Raw raw;
    private final Map<Integer, List<Made>> byLine = new HashMap<>();
    private int count;

    private RecordsOfWindow(Raw raw) {
        this.raw = raw;
    }

    /** By number of the line they begin at; a {@link Refusal} says why there are none. */
    static Map<Integer, List<Made>> of(InputStream bytes, Raw raw, DocumentHead document, Layouts layouts)
            throws IOException {
        RecordsOfWindow sink = new RecordsOfWindow(raw);
        layouts.mapping(document.mapping())
                .read(
                        new UpTo(Unpacked.of(bytes), raw.bytes()),
                        document.name(),
                        layouts.partner(document.partner()),
                        sink);
        return sink.byLine;
    }

    @Override
    public void record(Canonical record) {
        if (count < MOST) {
            raw.positions().line(record.at()).ifPresent(line -> {
                if (line >= raw.first() && line <= raw.last()) {
                    byLine.computeIfAbsent(line, none -> new ArrayList<>()).add(Made.of(record));
                    count++;
                }
            });
        }
    }

    @Override
    public void message(Message message) {}

    @Override
    public void problem(Problem problem) {
        // What is wrong was written down when the document was staged; of a window the end is always missing.
    }

    @Override
    public void fallen(int n) {}
}
