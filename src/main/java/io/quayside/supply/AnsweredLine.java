package io.quayside.supply;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a partner's answers to one line of a purchase order come to (rule 11). Pure, and made anew from all answers, so that
 * the order in which they arrived has no meaning.
 *
 * <p>An answer says again what was said of as many units: of those with the same fate first, then of those not answered,
 * then of those that wait, were offered otherwise or were accepted. What one document says twice is of different units. A
 * rejection is never taken back: its units may be with somebody else by now.
 */
final class AnsweredLine {
    private static final Comparator<Part> LATEST =
            comparing((Part part) -> part.date().orElse(LocalDate.MAX)).reversed();

    private final List<Part> parts = new ArrayList<>();
    private final List<Over> over = new ArrayList<>();

    private AnsweredLine(int ordered) {
        parts.add(new Part(Fate.SILENT, ordered, Optional.empty(), 0));
    }

    /** What becomes of units, in the order in which an answer says them anew. */
    enum Fate {
        SILENT,
        WAITING,
        UNDECIDED,
        ACCEPTED,
        REJECTED;

        static Fate of(String action) {
            return switch (action) {
                case "backorder" -> WAITING;
                case "substitute" -> UNDECIDED;
                case "reject" -> REJECTED;
                default -> ACCEPTED;
            };
        }
    }

    /** One record of a document; {@code quantity} is empty for all that the document says nothing else of. */
    record Said(String action, Optional<Integer> quantity, Optional<LocalDate> date, long document, String position) {
        /** A rejection of nothing is how partners write that there is nothing. */
        boolean ofTheRest() {
            return quantity.isEmpty() || quantity.get() == 0 && action.equals("reject");
        }
    }

    /** Units with one fate and, where one was named, one date; {@code document} said so last. */
    record Part(Fate fate, int units, Optional<LocalDate> date, long document) {}

    /** Units of which an answer spoke in vain. */
    record Over(Said said, int units) {}

    /** Answers in the order of their moments, those of a document side by side. */
    static AnsweredLine of(int ordered, List<Said> answers) {
        AnsweredLine line = new AnsweredLine(ordered);
        List<Said> rest = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Said said = answers.get(i);
            if (said.ofTheRest()) {
                rest.add(said);
            } else {
                line.say(said, said.quantity().get());
            }
            if (i + 1 == answers.size() || answers.get(i + 1).document() != said.document()) {
                rest.forEach(one -> line.say(one, line.unspoken(one)));
                rest.clear();
            }
        }
        return line;
    }

    int units(Fate fate) {
        return parts.stream()
                .filter(part -> part.fate() == fate)
                .mapToInt(Part::units)
                .sum();
    }

    /** Units that the partner says it will send. */
    int acknowledged() {
        return units(Fate.ACCEPTED) + units(Fate.WAITING);
    }

    List<Over> over() {
        return over;
    }

    /** Units that are still to come, by the day named for them; those of which none was named stand under an empty one. */
    Map<Optional<LocalDate>, Integer> toCome() {
        Map<Optional<LocalDate>, Integer> days = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.fate() != Fate.REJECTED && part.units() > 0)
                .forEach(part -> days.merge(day(part), part.units(), Integer::sum));
        return days;
    }

    /** The last day named; {@link LocalDate#MAX} where units wait and nobody knows how long; empty where nothing is said. */
    Optional<LocalDate> leaves() {
        return toCome().keySet().stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> day(Part part) {
        return part.fate() == Fate.WAITING ? part.date().or(() -> Optional.of(LocalDate.MAX)) : part.date();
    }

    private void say(Said said, int units) {
        Fate fate = Fate.of(said.action());
        int rest = units;
        for (Part part : again(fate, said.document())) {
            int taken = Math.min(rest, part.units());
            if (taken > 0) {
                rest -= taken;
                parts.remove(part);
                add(new Part(part.fate(), part.units() - taken, part.date(), part.document()));
                add(new Part(fate, taken, date(fate, said, part), said.document()));
            }
        }
        if (rest > 0) {
            over.add(new Over(said, rest));
        }
    }

    /** One who accepts and names no day does not take back the day that was named. */
    private static Optional<LocalDate> date(Fate fate, Said said, Part before) {
        return fate == Fate.ACCEPTED ? said.date().or(before::date) : said.date();
    }

    private void add(Part part) {
        if (part.units() > 0) {
            parts.add(part);
        }
    }

    /** Parts that an answer may be about, the likeliest first. */
    private List<Part> again(Fate fate, long document) {
        return parts.stream()
                .filter(part -> part.document() != document)
                .filter(part -> part.fate() != Fate.REJECTED || fate == Fate.REJECTED)
                .sorted(comparing((Part part) -> part.fate() != fate)
                        .thenComparing(Part::fate)
                        .thenComparing(LATEST))
                .toList();
    }

    private int unspoken(Said said) {
        return again(Fate.of(said.action()), said.document()).stream()
                .mapToInt(Part::units)
                .sum();
    }
}
