package io.quayside.supply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is still to come of one purchase order line (or one reference without a purchase order), from all facts about it
 * (rule 8). Pure, and made anew from the facts at each change, so that the order in which they arrived has no meaning.
 *
 * <p>Receipts consume the notices first, soonest first; what is beyond them, and what was noticed, is no longer to come
 * under the line itself. A statement gives that rest its day, and may only lower it.
 */
final class ExpectedLine {
    private static final Comparator<Noticed> SOONEST =
            Comparator.comparing((Noticed n) -> n.eta().orElse(LocalDate.MAX)).thenComparing(Noticed::shipment);
    private static final Comparator<Received> OLDEST =
            Comparator.comparing(Received::receivedAt).thenComparing(Received::ref);

    private final Optional<Ordered> ordered;
    private final Optional<Stated> stated;
    private final List<Noticed> notices;
    private final List<Received> receipts;
    private final Optional<Answer> answer;

    /** Of a line to which no partner answered. */
    ExpectedLine(Optional<Ordered> ordered, List<Stated> stated, List<Noticed> notices, List<Received> receipts) {
        this(ordered, stated, notices, receipts, Optional.empty());
    }

    ExpectedLine(
            Optional<Ordered> ordered,
            List<Stated> stated,
            List<Noticed> notices,
            List<Received> receipts,
            Optional<Answer> answer) {
        this.answer = answer;
        this.ordered = ordered;
        this.stated = stated.stream().max(Comparator.comparing(Stated::asOf).thenComparing(Stated::partner));
        this.notices = notices.stream().sorted(SOONEST).toList();
        this.receipts = receipts.stream().sorted(OLDEST).toList();
    }

    /** What was ordered; {@code ended}: nothing more is to come under it. */
    record Ordered(
            String po,
            String sku,
            String line,
            int quantity,
            Optional<LocalDate> eta,
            boolean ended,
            String partner,
            Optional<String> location,
            Instant saidAt,
            boolean dropship) {}

    /** What a partner says is open under a reference. */
    record Stated(
            String po,
            String sku,
            String line,
            String ref,
            int quantity,
            Optional<LocalDate> eta,
            String partner,
            String location,
            Instant asOf,
            Optional<Long> document,
            Optional<String> position) {}

    /** A line of a shipment. */
    record Noticed(
            String po,
            String sku,
            String line,
            String shipment,
            int quantity,
            Optional<LocalDate> eta,
            String partner,
            Instant noticedAt,
            Optional<Long> document,
            Optional<String> position) {}

    /** Units that came in; {@code ended}: the rest of what announced them does not come. */
    record Received(String po, String sku, String line, int quantity, boolean ended, Instant receivedAt, String ref) {}

    /** What the partner's answers come to, and the last of them. */
    record Answer(AnsweredLine line, Instant answeredAt, long document, String position) {
        int rejected() {
            return line.units(AnsweredLine.Fate.REJECTED);
        }
    }

    /** Units still to come under the line itself, by the day on which they are expected. */
    record Due(int quantity, Optional<LocalDate> eta) {}

    /** What remains of one notice. */
    record Open(Noticed notice, int quantity) {}

    /** Units still to come under the line itself, and under each of its notices. */
    record Rest(int base, List<Open> notices) {}

    /** A statement, where one was made: it gives the day of the base. */
    Optional<Stated> stated() {
        return stated;
    }

    Optional<Ordered> ordered() {
        return ordered;
    }

    Rest rest() {
        if (ordered.isPresent() && ordered.get().dropship()) {
            return new Rest(0, List.of());
        }
        int[] left = notices.stream().mapToInt(Noticed::quantity).toArray();
        boolean ended = ordered.isPresent() && ordered.get().ended();
        int over = 0;
        int overSinceStated = 0;
        for (Received receipt : receipts) {
            int touched = firstOpen(left);
            int beyond = consume(left, receipt.quantity());
            over += beyond;
            if (stated.isPresent() && receipt.receivedAt().isAfter(stated.get().asOf())) {
                overSinceStated += beyond;
            }
            if (receipt.ended() && touched < left.length) {
                left[touched] = 0;
            } else if (receipt.ended()) {
                ended = true;
            }
        }
        List<Open> open = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            open.add(new Open(notices.get(i), left[i]));
        }
        return new Rest(ended ? 0 : base(over, overSinceStated), open);
    }

    /** The answer, where it is newer than what was stated: it gives the days of the base. */
    Optional<Answer> answer() {
        return answer.filter(said ->
                stated.isEmpty() || said.answeredAt().isAfter(stated.get().asOf()));
    }

    /** The base by days, soonest first: what has come or was noticed was due soonest. */
    List<Due> due(int base) {
        Optional<LocalDate> usual =
                stated.filter(said -> answer().isEmpty()).flatMap(Stated::eta).or(() -> ordered.flatMap(Ordered::eta));
        if (answer().isEmpty()) {
            return List.of(new Due(base, usual));
        }
        TreeMap<LocalDate, Integer> days = new TreeMap<>();
        answer().get()
                .line()
                .toCome()
                .forEach((day, units) -> days.merge(day.or(() -> usual).orElse(LocalDate.MAX), units, Integer::sum));
        int gone = days.values().stream().mapToInt(Integer::intValue).sum() - base;
        List<Due> due = new ArrayList<>();
        for (Map.Entry<LocalDate, Integer> day : days.entrySet()) {
            int left = Math.max(0, day.getValue() - gone);
            gone = Math.max(0, gone - day.getValue());
            if (left > 0) {
                due.add(new Due(left, Optional.of(day.getKey()).filter(eta -> !eta.equals(LocalDate.MAX))));
            }
        }
        return due;
    }

    private int base(int over, int overSinceStated) {
        int noticed = notices.stream().mapToInt(Noticed::quantity).sum();
        int rest = ordered.map(line -> line.quantity() - rejected() - noticed - over)
                .orElse(stated.isPresent() ? Integer.MAX_VALUE : 0);
        int open = stated.map(said -> said.quantity() - noticedAfter(said.asOf()) - overSinceStated)
                .orElse(Integer.MAX_VALUE);
        return Math.max(0, Math.min(rest, open));
    }

    private int rejected() {
        return answer.map(Answer::rejected).orElse(0);
    }

    private int noticedAfter(Instant asOf) {
        return notices.stream()
                .filter(notice -> notice.noticedAt().isAfter(asOf))
                .mapToInt(Noticed::quantity)
                .sum();
    }

    private static int firstOpen(int[] left) {
        int i = 0;
        while (i < left.length && left[i] == 0) {
            i++;
        }
        return i;
    }

    /** Takes units from the notices in turn and answers what is beyond them. */
    private static int consume(int[] left, int units) {
        int rest = units;
        for (int i = 0; i < left.length && rest > 0; i++) {
            int taken = Math.min(left[i], rest);
            left[i] -= taken;
            rest -= taken;
        }
        return rest;
    }
}
