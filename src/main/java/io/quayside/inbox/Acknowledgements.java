package io.quayside.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.quayside.mapping.Acknowledge;
import io.quayside.mapping.PartnerFile;
import io.quayside.mapping.ProblemCode;
import io.quayside.mapping.Received;
import io.quayside.mapping.X12Acknowledgement;
import io.quayside.mapping.X12Acknowledgement.Fate;
import io.quayside.mapping.format.X12Writer;
import io.quayside.outbox.OutDocuments;
import io.quayside.outbox.OutDocuments.Kind;
import io.quayside.outbox.OutDocuments.Paper;
import io.quayside.store.Json;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a partner hears of its document when that ends, in the transaction that ends it: X12 is answered by 997, 999 or
 * TA1, everything else by a report where something was wrong, all as the partner's file says. Both are made from the problems
 * that a person sees. Thread-safe.
 */
public final class Acknowledgements {
    private static final Logger log = LoggerFactory.getLogger(Acknowledgements.class);
    private static final TypeReference<List<Received>> RECEIVED = new TypeReference<>() {};

    /** Whether it can be written is tried under this number, so that none is used up by what cannot. */
    private static final long TRIAL = 1;

    private final Layouts layouts;
    private final OutDocuments out;
    private final Report report;
    private final InstantSource clock;

    public Acknowledgements(Layouts layouts, OutDocuments out, Report report, InstantSource clock) {
        this.layouts = layouts;
        this.out = out;
        this.report = report;
        this.clock = clock;
    }

    /** Writes the published report of what was wrong in a document. */
    @FunctionalInterface
    public interface Report {
        byte[] csv(String status, String reason, List<DocumentView.Problem> problems);
    }

    /** A document that has ended. */
    record Ended(
            long id,
            String partner,
            String mapping,
            String name,
            String status,
            Optional<String> reason,
            int problems,
            Optional<String> received) {
        Fate fate() {
            return switch (status) {
                case "duplicate" -> Fate.REPEATED;
                case "rejected" -> Fate.REJECTED;
                default -> Fate.STANDS;
            };
        }

        /**
         * The same bytes again are no news: what was wrong in them was said the first time. What is our own fault is no
         * business of the partner's.
         */
        boolean isReported() {
            return !status.equals("duplicate") && !isOurFault() && (problems > 0 || !status.equals("applied"));
        }

        private boolean isOurFault() {
            String why = reason.orElse("");
            return why.startsWith(Staging.NO_MAPPING) && !mapping.equals(Drop.UNROUTED)
                    || why.startsWith(ProblemCode.NOT_APPLIED.word());
        }
    }

    /** Writes it, if there is anything to say. */
    void write(Handle handle, Ended ended) {
        PartnerFile partner = layouts.partner(ended.partner());
        Acknowledge terms = partner.terms().acknowledge();
        List<Received> received = terms.isX12() ? received(ended) : List.of();
        if (terms.send() == Acknowledge.Send.OFF) {
            return;
        }
        if (received.isEmpty() || !answered(handle, ended, partner, received)) {
            report(handle, ended);
        }
    }

    /** Says by X12 what there is to say; false where the envelope holds addresses that cannot be written to. */
    private boolean answered(Handle handle, Ended ended, PartnerFile partner, List<Received> received) {
        Optional<X12Acknowledgement> answer =
                X12Acknowledgement.of(received, ended.fate(), partner.terms().acknowledge());
        if (answer.isEmpty()) {
            return true;
        }
        try {
            answer.get().write(envelope(answer.get(), partner, TRIAL));
        } catch (IllegalArgumentException e) {
            log.warn("document {} cannot be answered by X12, so by a report: {}", ended.id(), e.getMessage());
            return false;
        }
        long control = OutDocuments.nextControl(handle, ended.partner());
        String number = "%09d".formatted(control);
        out.write(
                handle,
                new Paper(
                        ended.partner(),
                        Kind.ACK,
                        ended.mapping(),
                        answer.get().type() + "-" + number + ".edi",
                        answer.get().write(envelope(answer.get(), partner, control)),
                        List.of(number),
                        Optional.of(ended.id())));
        return true;
    }

    /** The partner's file says who writes to whom; without it the addresses of what came in are turned around. */
    private X12Writer.Envelope envelope(X12Acknowledgement answer, PartnerFile partner, long control) {
        X12Writer.Envelope turned = answer.envelope(control, clock.instant());
        return partner.envelope()
                .map(e -> new X12Writer.Envelope(e.receiver(), e.sender(), control, turned.at(), turned.test()))
                .orElse(turned);
    }

    private void report(Handle handle, Ended ended) {
        if (!ended.isReported()) {
            return;
        }
        List<DocumentView.Problem> problems = handle.createQuery(Sql.named("inbox/list_problems"))
                .bind("document", ended.id())
                .bind("limit", Findings.MOST)
                .map(Rows.of(DocumentView.Problem.class))
                .list();
        out.write(
                handle,
                new Paper(
                        ended.partner(),
                        Kind.REPORT,
                        ended.mapping(),
                        name(ended),
                        report.csv(ended.status(), ended.reason().orElse(""), problems),
                        List.of(),
                        Optional.of(ended.id())));
    }

    /** Partners choose their files' names: in ours only plain characters of them. */
    private static String name(Ended ended) {
        String plain = ended.name().replaceAll("[^A-Za-z0-9._-]", "_");
        String part = plain.length() <= 200 ? plain : plain.substring(0, 200);
        return "report-" + ended.id() + "-" + part + (part.endsWith(".csv") ? "" : ".csv");
    }

    private static List<Received> received(Ended ended) {
        if (ended.received().isEmpty()) {
            return List.of();
        }
        try {
            return Json.MAPPER.readValue(ended.received().get(), RECEIVED);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what document " + ended.id() + " received is no longer readable", e);
        }
    }
}
