package io.quayside.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The guards as far as one file shows them, for tests of mappings. Without stock to compare with, everything that the
 * file names counts as having been above zero.
 */
record FileGuards(Guards guards) {
    List<String> tripped(Dry dry, Path file) {
        Counts counts = new Counts();
        try {
            Verdict verdict = dry.verdict(file);
            counts.verdict = verdict;
            dry.records(file, counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> tripped = new ArrayList<>();
        if (counts.rows < guards.minRows().orElse(0)) {
            tripped.add("rows");
        }
        if (counts.zeros * 100L > (long) guards.toZeroPct() * counts.rows) {
            tripped.add("to_zero_pct");
        }
        if (counts.largest > guards.quantityMax().orElse(Integer.MAX_VALUE)) {
            tripped.add("quantity_max");
        }
        return tripped;
    }

    /** What the guards look at. */
    private static final class Counts implements Sink {
        private Verdict verdict;
        private int message;
        private int rows;
        private int zeros;
        private int largest;

        @Override
        public void message(Message begun) {
            message = begun.n();
        }

        @Override
        public void record(Canonical record) {
            if (verdict.stands(message)) {
                rows++;
                zeros += record instanceof Canonical.Inventory inventory && inventory.quantity() == 0 ? 1 : 0;
                largest = Math.max(largest, quantity(record));
            }
        }

        private static int quantity(Canonical record) {
            if (record instanceof Canonical.Inventory r) {
                return r.quantity();
            }
            if (record instanceof Canonical.Inbound r) {
                return r.quantity();
            }
            if (record instanceof Canonical.Shipment r) {
                return r.quantity();
            }
            return record instanceof Canonical.Receipt r ? r.quantity() : 0;
        }

        @Override
        public void problem(Problem problem) {
            // Guards look at what is good.
        }

        @Override
        public void fallen(int n) {
            // The verdict knew before.
        }
    }
}
