package io.quayside.mapping;

import io.quayside.mapping.format.EdiMessage;
import io.quayside.mapping.format.FunctionalGroup;
import io.quayside.mapping.format.Interchange;
import io.quayside.mapping.format.X12Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes the envelope of an X12 interchange while it is read, for what its sender hears of it. One thread. */
final class Receiving {
    private static final String TRAILER_MISSING = "3";
    private static final String MISCOUNTED = "5";

    private final Interchange head;
    private final List<Received.Group> groups = new ArrayList<>();
    private Optional<FunctionalGroup> group = Optional.empty();
    private List<Received.Transaction> sets = new ArrayList<>();
    private boolean answers;

    Receiving(Interchange head) {
        this.head = head;
    }

    void group(FunctionalGroup begun) {
        group = Optional.of(begun);
        sets = new ArrayList<>();
    }

    /** A message was read; {@code n} is 0 where it is none that the mapping has. */
    void message(int n, EdiMessage message, List<String> errors) {
        sets.add(new Received.Transaction(n, message.type(), message.control(), !errors.isEmpty(), errors, List.of()));
    }

    void groupEnds(String counted) {
        end(counted, counted.equals(sets.size() + "") ? List.of() : List.of(MISCOUNTED));
    }

    /** It holds TA1. */
    void answers() {
        answers = true;
    }

    /** The interchange has ended; with a problem it is refused as a whole. */
    Received end(Optional<Problem> problem) {
        group.ifPresent(open -> end("", List.of(TRAILER_MISSING)));
        boolean answer = groups.isEmpty() ? answers : groups.stream().allMatch(Received.Group::isAnswer);
        return new Received(
                head.sender(),
                head.receiver(),
                head.control(),
                head.date(),
                head.time(),
                head.usage(),
                problem.map(X12Codes::interchange).orElse(Received.WELL),
                answer,
                List.copyOf(groups));
    }

    private void end(String counted, List<String> errors) {
        FunctionalGroup ended = group.orElseThrow();
        groups.add(
                new Received.Group(ended.id(), ended.control(), ended.version(), counted, errors, List.copyOf(sets)));
        group = Optional.empty();
    }
}
