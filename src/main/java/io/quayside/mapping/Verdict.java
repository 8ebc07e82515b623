package io.quayside.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What reading a whole document showed of it: which messages stand, what is wrong. Remembers a bounded number of problems. */
final class Verdict implements Sink {
    private static final int REMEMBERED = 10_000;

    private final List<Told> told = new ArrayList<>();
    private final Set<Integer> fallen = new HashSet<>();
    private final Set<Integer> refused = new HashSet<>();
    private final List<Received> received = new ArrayList<>();
    private int message;
    private int messages;
    private int lines;
    private int bad;
    private boolean whole;

    /** Whether records of this message count. */
    boolean stands(int n) {
        return !fallen.contains(n) && !refused.contains(n);
    }

    /** Whether nothing fell, and not more lines were bad than the feed allows. */
    boolean isGood(Feed feed) {
        return !whole && fallen.isEmpty() && refused.isEmpty() && !isTooBad(feed);
    }

    /** Whether nothing of it counts: no message stands, or too many lines are bad. */
    boolean isRejected(Feed feed) {
        return isTooBad(feed) || messages > 0 && fallen.size() + refused.size() >= messages;
    }

    boolean isTooBad(Feed feed) {
        return bad * 100.0 > feed.maxBadPct() * lines;
    }

    /** Problems that count: of a message that fell only those that made it fall. */
    List<Problem> problems() {
        return told.stream()
                .filter(t -> counts(t.message, t.problem))
                .map(Told::problem)
                .toList();
    }

    /** The document's interchanges of X12, with what was wrong in them. */
    List<Received> received() {
        Map<Integer, List<Problem>> problems = told.stream()
                .filter(t -> counts(t.message, t.problem))
                .collect(Collectors.groupingBy(Told::message, Collectors.mapping(Told::problem, Collectors.toList())));
        Set<Integer> without = new HashSet<>(fallen);
        without.addAll(refused);
        return received.stream().map(r -> r.with(problems, without)).toList();
    }

    /** Whether a problem that was told of this message is news: where all of it fell, its lines do not matter. */
    boolean counts(int n, Problem problem) {
        return !fallen.contains(n) || problem.line().isEmpty();
    }

    private record Told(int message, Problem problem) {}

    @Override
    public void message(Message begun) {
        message = begun.n();
        messages++;
    }

    @Override
    public void record(Canonical record) {
        // Records are looked at in a second reading, when it is known whether they count.
    }

    @Override
    public void problem(Problem problem) {
        whole |= problem.line().isEmpty();
        if (told.size() < REMEMBERED) {
            told.add(new Told(message, problem));
        }
    }

    @Override
    public void received(Received interchange) {
        received.add(interchange);
    }

    @Override
    public void fallen(int n) {
        fallen.add(n);
    }

    @Override
    public void refused(int n) {
        refused.add(n);
    }

    @Override
    public void ended(int n, int lineCount, int badCount) {
        if (stands(n)) {
            lines += lineCount;
            bad += badCount;
        }
    }
}
