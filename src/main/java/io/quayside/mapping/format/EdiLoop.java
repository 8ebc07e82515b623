package io.quayside.mapping.format;

import io.quayside.mapping.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loop of segments, and the way up to what holds it: the levels of the tree, at the top the head of the message.
 * Segments are added while it is read; it is told when it is whole.
 */
public final class EdiLoop implements Node {
    private final String at;
    private final String key;
    private final EdiLoop up;
    private final Optional<String> orphan;
    private final boolean inner;
    private final List<Segment> segments = new ArrayList<>();
    private int length;

    private EdiLoop(String at, String key, EdiLoop up, Optional<String> orphan, boolean inner) {
        this.at = at;
        this.key = key;
        this.up = up;
        this.orphan = orphan;
        this.inner = inner;
    }

    /** The head of a message. */
    static EdiLoop head(String at) {
        return new EdiLoop(at, "", null, Optional.empty(), false);
    }

    /** A level of the tree whose parent {@code up} is, or would be but for {@code orphan}. */
    static EdiLoop level(String at, String code, EdiLoop up, Optional<String> orphan) {
        return new EdiLoop(at, code, up, orphan, false);
    }

    /** A loop below this one, which sees only its own segments. */
    EdiLoop below(String at, String tag) {
        return new EdiLoop(at, tag, this, orphan, false);
    }

    /** A loop inside this one, which also sees the segments of this one. */
    EdiLoop inside(String at, String tag) {
        return new EdiLoop(at, tag, this, orphan, true);
    }

    /** This loop as far as the first segment that fits. */
    EdiLoop upTo(SegmentPattern test) {
        EdiLoop before = new EdiLoop(at, key, up, orphan, inner);
        segments.stream().takeWhile(segment -> !test.matches(segment)).forEach(before::add);
        return before;
    }

    void add(Segment segment) {
        segments.add(segment);
        length += 16;
        for (Segment.Value value : segment.values()) {
            length += 32 + value.text().length();
        }
    }

    @Override
    public String at() {
        return at;
    }

    @Override
    public Optional<Spot> spot() {
        return segments.stream().findFirst().map(first -> new Spot(first.tag(), first.place(), 0, 1));
    }

    /** The number of a parent that it, or one of its ancestors, names and that is not there. */
    public Optional<String> orphan() {
        return orphan;
    }

    /** The level's code, or the tag of its first segment; empty for the head of a message. */
    String key() {
        return key;
    }

    /** What holds it; null for the head of a message. */
    EdiLoop up() {
        return up;
    }

    /** Whether it also sees the segments of {@link #up}. */
    boolean inner() {
        return inner;
    }

    List<Segment> segments() {
        return segments;
    }

    /** About how many bytes it holds. */
    int length() {
        return length;
    }

    /** Where the segment at {@code index} stands: by tag, and the how manieth of its tag in this loop. */
    String at(int index) {
        if (index == 0) {
            return at;
        }
        String tag = segments.get(index).tag();
        long nth = segments.subList(0, index + 1).stream()
                .filter(segment -> segment.tag().equals(tag))
                .count();
        return at + " " + tag + " " + nth;
    }
}
