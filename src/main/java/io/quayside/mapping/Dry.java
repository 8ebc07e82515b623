package io.quayside.mapping;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verb {@code map}: what a mapping makes of a file, without a database. Reads the file twice, because only its end
 * shows whether its records count, and it may be larger than the memory.
 */
public final class Dry {
    private final Compiled mapping;
    private final PartnerFile partner;

    public Dry(Chosen chosen) {
        this.mapping = (Compiled) chosen.mapping();
        this.partner = chosen.partner();
    }

    /**
     * Writes records to {@code out} and problems to {@code err}, as JSON lines.
     *
     * @param trace adds to each record where its values came from
     * @return whether the file is good: 0, or 1 where something fell or too many lines were bad
     */
    public int run(Path file, OutputStream out, OutputStream err, boolean trace) throws IOException {
        if (mapping instanceof WriteMapping writing) {
            return written(new DryWriting(writing, partner).write(file), out, err);
        }
        Verdict verdict = verdict(file);
        try (RecordJson records = new RecordJson(out, mapping.partner());
                RecordJson problems = new RecordJson(err, mapping.partner())) {
            Printing printing = new Printing(verdict, records, problems);
            read(file, new Lines.Output(printing, trace ? printing::origins : Trace.NONE));
        }
        return verdict.isGood(mapping.feed()) ? 0 : 1;
    }

    /** Prints the document itself. */
    private int written(Written document, OutputStream out, OutputStream err) throws IOException {
        try (RecordJson problems = new RecordJson(err, mapping.partner())) {
            document.problems().forEach(problems::problem);
        }
        out.write(document.bytes());
        out.flush();
        return 0;
    }

    /** What is wrong with the file, at most ten thousand problems: what an acknowledgement would say. */
    public List<Problem> problems(Path file) throws IOException {
        if (mapping instanceof WriteMapping writing) {
            return new DryWriting(writing, partner).write(file).problems();
        }
        return verdict(file).problems();
    }

    /**
     * What a gateway would answer to the file in X12; empty where it would not: the partner wants a report, the file is no X12,
     * or it only answers us.
     */
    public Optional<X12Acknowledgement> acknowledgement(Path file) throws IOException {
        Verdict verdict = verdict(file);
        X12Acknowledgement.Fate fate =
                verdict.isRejected(mapping.feed()) ? X12Acknowledgement.Fate.REJECTED : X12Acknowledgement.Fate.STANDS;
        Acknowledge terms = partner.terms().acknowledge();
        return terms.isX12() ? X12Acknowledgement.of(verdict.received(), fate, terms) : Optional.empty();
    }

    /** Whether nothing of the file would be applied. */
    public boolean isRejected(Path file) throws IOException {
        return verdict(file).isRejected(mapping.feed());
    }

    /** Whether the file as a whole is good. */
    public boolean isGood(Path file) throws IOException {
        return verdict(file).isGood(mapping.feed());
    }

    Verdict verdict(Path file) throws IOException {
        Verdict verdict = new Verdict();
        read(file, new Lines.Output(verdict, Trace.NONE));
        return verdict;
    }

    /** Records that count, and no problems. */
    void records(Path file, Sink sink) throws IOException {
        read(file, new Lines.Output(sink, Trace.NONE));
    }

    private void read(Path file, Lines.Output output) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            mapping.read(bytes, file.getFileName().toString(), partner, output);
        }
    }

    /** Prints what the verdict lets stand. */
    private static final class Printing implements Sink {
        private final Verdict verdict;
        private final RecordJson records;
        private final RecordJson problems;
        private int message;
        private Map<String, String> origins = Map.of();

        Printing(Verdict verdict, RecordJson records, RecordJson problems) {
            this.verdict = verdict;
            this.records = records;
            this.problems = problems;
        }

        void origins(Map<String, String> found) {
            origins = found;
        }

        @Override
        public void message(Message begun) {
            message = begun.n();
        }

        @Override
        public void record(Canonical record) {
            if (verdict.stands(message)) {
                records.record(record, origins);
            }
        }

        @Override
        public void problem(Problem problem) {
            if (verdict.counts(message, problem)) {
                problems.problem(problem);
            }
        }

        @Override
        public void repaired(String repair, String at) {
            problems.repaired(repair, at);
        }

        @Override
        public void fallen(int n) {
            // The verdict knew before.
        }
    }
}
