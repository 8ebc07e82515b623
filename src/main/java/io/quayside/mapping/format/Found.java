package io.quayside.mapping.format;

import io.quayside.mapping.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a path has found so far in one node: values, and the place of the first of them. */
final class Found {
    private final boolean all;
    private final List<String> values = new ArrayList<>(1);
    private EdiLoop loop;
    private int index;
    private Pick pick;
    private boolean done;

    /** @param all whether to go on after the first value */
    Found(boolean all) {
        this.all = all;
    }

    /** Takes what {@code pick} finds in a segment; one without a value is only remembered for its place. */
    void take(Pick taking, EdiLoop inside, int at) {
        boolean first = values.isEmpty();
        taking.from(inside.segments().get(at), all, values);
        if (loop == null || first && !values.isEmpty()) {
            loop = inside;
            index = at;
            pick = taking;
        }
        done = !all && !values.isEmpty();
    }

    /** No further segment is wanted: of the steps before the last only the first that fits is meant. */
    void leave() {
        done |= !all;
    }

    boolean done() {
        return done;
    }

    List<String> values() {
        return values;
    }

    /** Where it was found, as X12 counts it; where not even its segment was, the segment {@code tag} is missing in the node. */
    Optional<Spot> spot(Node node, String tag) {
        if (loop == null) {
            return node.spot().map(begin -> new Spot(tag, begin.segment(), 0, 1));
        }
        Segment segment = loop.segments().get(index);
        return Optional.of(pick.spot(segment));
    }

    /** Where it was found; the node's own place where nothing was. */
    String at(Node node) {
        return loop == null ? node.at() : loop.at(index);
    }
}
