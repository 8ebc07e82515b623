package io.quayside.mapping.format;

import io.quayside.mapping.Spot;
import java.util.List;
import java.util.Optional;

/**
 * A path into a message, in the language of the mapping reference ("Paths"): an optional way up, segments, and what is
 * taken of the last of them. Before a slash or a {@code >} the first segment that fits is meant; of the last one, the
 * first that has a value.
 */
public final class EdiPath implements Reference {
    /** A segment on the way; {@code follows}: only the first of it after the one before. */
    record Step(SegmentPattern segment, boolean follows) {}

    private final Optional<String> up;
    private final List<Step> steps;
    private final Pick pick;
    private final boolean every;

    EdiPath(Optional<String> up, List<Step> steps, Pick pick, boolean every) {
        this.up = up;
        this.steps = steps;
        this.pick = pick;
        this.every = every;
    }

    /**
     * Compiles a path.
     *
     * @param tree as the mapping says; without one, HL is a tree
     * @throws IllegalArgumentException says what is wrong and what to write
     */
    public static EdiPath parse(String text, Optional<EdiTree> tree) {
        return new EdiPathParser(text, tree.orElse(EdiTree.HL)).parse();
    }

    @Override
    public String first(Node node) {
        List<String> values = find(node, false).values();
        return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public List<String> all(Node node) {
        return find(node, every).values();
    }

    @Override
    public String at(Node node) {
        return find(node, false).at(node);
    }

    @Override
    public Optional<Spot> spot(Node node) {
        return find(node, false)
                .spot(node, steps.get(steps.size() - 1).segment().tag());
    }

    @Override
    public Optional<Other> other(Node node) {
        SegmentPattern wanted = steps.get(0).segment();
        if (steps.size() > 1 || up.isPresent() || wanted.qualifier().isEmpty()) {
            return Optional.empty();
        }
        EdiLoop loop = (EdiLoop) node;
        for (int i = 0; i < loop.segments().size(); i++) {
            Segment segment = loop.segments().get(i);
            if (segment.tag().equals(wanted.tag()) && !wanted.matches(segment)) {
                String code = segment.text(wanted.element()).strip();
                return Optional.of(new Other(
                        loop.at(i),
                        code,
                        wanted.tag() + "[" + code + "]",
                        "a " + wanted.tag() + " whose code is " + wanted.qualifier(),
                        Optional.of(new Spot(segment.tag(), segment.place(), wanted.element(), 1))));
            }
        }
        return Optional.empty();
    }

    private Found find(Node node, boolean all) {
        Found found = new Found(all);
        EdiLoop loop = up.isEmpty() ? (EdiLoop) node : climb((EdiLoop) node, up.get());
        boolean seen = loop == null || walk(loop, 0, loop.segments().size(), 0, found);
        if (!seen && loop.inner()) {
            walk(loop.up(), 0, loop.up().segments().size(), 0, found);
        }
        return found;
    }

    /** The nearest loop above the node with this key; null where there is none. The head of a message is its own head. */
    private static EdiLoop climb(EdiLoop node, String key) {
        EdiLoop loop = node.up() == null ? node : node.up();
        while (loop != null && !loop.key().equals(key)) {
            loop = loop.up();
        }
        return loop;
    }

    /** Looks for step {@code n} from {@code from} up to {@code to}; true where a segment fits it. */
    private boolean walk(EdiLoop loop, int from, int to, int n, Found found) {
        Step step = steps.get(n);
        boolean seen = false;
        for (int i = from; i < to && !found.done(); i++) {
            if (!step.segment.matches(loop.segments().get(i))) {
                continue;
            }
            seen = true;
            if (n == steps.size() - 1) {
                found.take(pick, loop, i);
            } else {
                walk(loop, i + 1, endOfLoop(loop, i, to), n + 1, found);
                found.leave();
            }
            if (step.follows) {
                break;
            }
        }
        return seen;
    }

    /** A loop inside a loop ends where its segment comes again. */
    private static int endOfLoop(EdiLoop loop, int begin, int to) {
        String tag = loop.segments().get(begin).tag();
        int end = begin + 1;
        while (end < to && !loop.segments().get(end).tag().equals(tag)) {
            end++;
        }
        return end;
    }
}
