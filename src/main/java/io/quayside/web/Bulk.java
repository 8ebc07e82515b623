package io.quayside.web;

import io.quayside.store.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stores an NDJSON body in batches, in constant memory: good lines are stored, each bad one is named by its number with
 * everything that is wrong in it. A batch is one transaction of the handler's.
 */
public final class Bulk {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_ERRORS = 10_000;

    private Bulk() {}

    /** A line that could be bound; {@code line} counts from 1. */
    public record Row<T>(int line, T value) {}

    /** A line that was not stored, and why. */
    public record BadLine(int line, String detail, List<Refusal.Place> errors) {
        public static BadLine of(int line, Refusal refusal) {
            return new BadLine(line, refusal.getMessage(), refusal.places());
        }
    }

    /** The answer; {@code errorsLeftOut} counts those beyond the first 10,000. */
    public record Report(int stored, List<BadLine> errors, Optional<Integer> errorsLeftOut) {}

    /**
     * Reads the body's lines as {@code type} and hands them on in batches of at most {@code batch}.
     *
     * @param store stores a batch and answers those of its lines that it refused
     */
    public static <T> Answer store(
            Request request, Class<T> type, int batch, Function<List<Row<T>>, List<BadLine>> store) {
        Tally tally = new Tally();
        List<Row<T>> rows = new ArrayList<>(batch);
        try (InputStream in = request.body().open()) {
            TextLines lines = new TextLines(in, LONGEST_LINE);
            while (lines.next()) {
                if (lines.isBlank()) {
                    continue;
                }
                try {
                    rows.add(new Row<>(lines.number(), Bodies.bind(Bodies.object(lines.bytes()), type)));
                } catch (Refusal e) {
                    tally.bad(BadLine.of(lines.number(), e));
                }
                if (rows.size() == batch) {
                    tally.stored(rows.size(), store.apply(rows));
                    rows = new ArrayList<>(batch);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!rows.isEmpty()) {
            tally.stored(rows.size(), store.apply(rows));
        }
        return Answer.ok(tally.report());
    }

    private static final class Tally {
        private final List<BadLine> errors = new ArrayList<>();
        private int stored;
        private int leftOut;

        void bad(BadLine line) {
            if (errors.size() < MOST_ERRORS) {
                errors.add(line);
            } else {
                leftOut++;
            }
        }

        void stored(int tried, List<BadLine> refused) {
            refused.forEach(this::bad);
            stored += tried - refused.size();
        }

        Report report() {
            errors.sort((a, b) -> Integer.compare(a.line(), b.line()));
            return new Report(stored, errors, leftOut == 0 ? Optional.empty() : Optional.of(leftOut));
        }
    }
}
