package io.quayside.mapping;

import io.quayside.mapping.format.X12Codes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An X12 interchange that came in, as far as its sender hears of it: the parts of its envelope that an acknowledgement
 * names, and what is wrong, in the codes of X12. Stored with its document until that ends.
 *
 * @param sender qualifier/id
 * @param date as in ISA09, {@code time} as in ISA10
 * @param note why the interchange as a whole is refused, as TA105 says it; 000 where it is not
 * @param answer whether it only answers what we sent: such are not answered
 */
public record Received(
        String sender,
        String receiver,
        String control,
        String date,
        String time,
        String usage,
        String note,
        boolean answer,
        List<Group> groups) {
    static final String WELL = "000";
    static final String REPEATED = "025";

    /** {@code counted} is GE01; {@code errors} are codes of AK905. */
    public record Group(
            String id, String control, String version, String counted, List<String> errors, List<Transaction> sets) {
        boolean isAnswer() {
            return id.equals("FA");
        }
    }

    /**
     * A transaction set.
     *
     * @param n of its {@link Message}; 0 where the mapping has none for it
     * @param refused whether nothing of it counts
     * @param errors codes of AK502
     */
    public record Transaction(
            int n, String type, String control, boolean refused, List<String> errors, List<Fault> faults) {}

    /** A wrong segment or element; {@code code} is one of AK304 where {@code spot} names no element, else of AK403. */
    public record Fault(Spot spot, String code, String value) {}

    boolean isWell() {
        return note.equals(WELL);
    }

    /** The same with what turned out to be wrong in its messages, by their numbers, and those that do not count. */
    public Received with(Map<Integer, List<Problem>> problems, Set<Integer> refused) {
        List<Group> found = new ArrayList<>();
        for (Group group : groups) {
            List<Transaction> sets = group.sets().stream()
                    .map(set -> with(set, problems.getOrDefault(set.n(), List.of()), refused))
                    .toList();
            found.add(new Group(group.id(), group.control(), group.version(), group.counted(), group.errors(), sets));
        }
        return new Received(sender, receiver, control, date, time, usage, note, answer, found);
    }

    /** The same, with its control number used before for other content. */
    public Received repeated() {
        return new Received(sender, receiver, control, date, time, usage, REPEATED, answer, groups);
    }

    private static Transaction with(Transaction set, List<Problem> problems, Set<Integer> refused) {
        if (set.n() == 0) {
            return set;
        }
        List<Fault> faults = problems.stream()
                .filter(p -> p.spot().filter(spot -> spot.segment() > 0).isPresent())
                .map(p -> new Fault(p.spot().get(), X12Codes.fault(p), p.value().orElse("")))
                .sorted(Comparator.comparingInt((Fault f) -> f.spot().segment())
                        .thenComparingInt(f -> f.spot().element()))
                .toList();
        return new Transaction(
                set.n(),
                set.type(),
                set.control(),
                set.refused() || refused.contains(set.n()),
                set.errors(),
                once(faults));
    }

    /** Several problems of one place are one. */
    private static List<Fault> once(List<Fault> faults) {
        java.util.Set<Spot> seen = new HashSet<>();
        return faults.stream().filter(fault -> seen.add(fault.spot())).toList();
    }
}
