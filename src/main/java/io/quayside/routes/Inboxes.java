package io.quayside.routes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The routes that take files from inboxes, as they start and stop. Thread-safe. */
final class Inboxes {
    private final List<InboxConsumer> consumers = new CopyOnWriteArrayList<>();

    void add(InboxConsumer consumer) {
        consumers.add(consumer);
    }

    void remove(InboxConsumer consumer) {
        consumers.remove(consumer);
    }

    /** The route that takes the file; where several would, the one that started first. */
    Optional<InboxConsumer> taker(DroppedFile file) {
        List<InboxConsumer> takers =
                consumers.stream().filter(c -> c.takes(file)).toList();
        return takers.stream().findFirst();
    }
}
