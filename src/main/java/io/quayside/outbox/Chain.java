package io.quayside.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The events of one key that are to be sent one after the other. Not thread-safe. */
final class Chain {
    private final String key;
    private final Deque<Pending> events = new ArrayDeque<>();
    private boolean aside;

    Chain(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    void add(Pending event) {
        events.addLast(event);
    }

    Pending head() {
        return events.getFirst();
    }

    /** Takes the first event away and says whether there is another. */
    boolean next() {
        events.removeFirst();
        return !events.isEmpty();
    }

    /** Takes away and answers what stands behind the first event. */
    List<Pending> cutTail() {
        Pending head = events.removeFirst();
        List<Pending> tail = new ArrayList<>(events);
        events.clear();
        events.add(head);
        return tail;
    }

    /** Takes away and answers the state events that a newer one of their type makes needless. */
    List<Pending> coalesce() {
        List<Pending> needless = new ArrayList<>();
        Set<String> newer = new HashSet<>();
        events.descendingIterator().forEachRemaining(event -> {
            if (event.state() && !newer.add(event.type())) {
                needless.add(event);
            }
        });
        events.removeAll(needless);
        return needless;
    }

    /** Its request is still under way although the step has ended: what stands in the database says so too. */
    boolean aside() {
        return aside;
    }

    void setAside() {
        aside = true;
    }
}
