package io.quayside.mapping.format;

import java.util.Optional;

/**
 * Cuts a message into its head and the loops that give records, each told as soon as it is whole. Holds the loop that is
 * being read and the way up from it, never the message.
 */
final class EdiCutter {
    static final int LARGEST_LOOP = 2 << 20;

    private final EdiMessage message;
    private final Optional<EdiEach> each;
    private final EdiHandler handler;
    private final EdiLoop head;
    private final EdiLevels levels;
    private final Optional<LineCounts> counts;
    private EdiLoop holder;
    private EdiLoop open;
    private int treeLoops;
    private int outerLoops;
    private boolean tooLong;
    /** @param at where the message is: "ST 0001" */
    EdiCutter(EdiMessage message, String at, EdiHandler handler) {
        this.message = message;
        this.handler = handler;
        this.each = handler.each(message.type());
        this.head = EdiLoop.head(at);
        this.levels = new EdiLevels(each.map(EdiEach::tree).orElse(EdiTree.HL));
        this.counts = each.map(LineCounts::new);
        this.holder = head;
        this.open = head;
    }

    /** Takes the next segment, from the message's first to the one before its trailer. */
    void segment(Segment segment) {
        counts.ifPresent(lines -> lines.add(segment.tag()));
        if (each.isPresent() && segment.tag().equals(each.get().tree().segment())) {
            close();
            holder = levels.open(segment, head.at() + " " + segment.tag() + " " + ++treeLoops, head);
            open = holder;
        } else if (each.isPresent() && segment.tag().equals(each.get().outer().tag())) {
            close();
            open = holder.below(head.at() + " " + segment.tag() + " " + ++outerLoops, segment.tag());
            open.add(segment);
        } else if (each.isPresent() && endsDetail(segment.tag())) {
            close();
            countsLines(segment);
        } else if (open != null && open.length() < LARGEST_LOOP) {
            open.add(segment);
        } else if (open != null && each.isPresent()) {
            tooLong = true;
        }
    }

    /** Ends the message; true where a loop was too long to be held, so that the message cannot be believed. */
    boolean end() {
        close();
        return tooLong;
    }

    /** What stands behind the last line is no part of it. */
    private static boolean endsDetail(String tag) {
        return tag.equals("CTT") || tag.equals("TDS");
    }

    private void countsLines(Segment segment) {
        if (segment.tag().equals("CTT") && !segment.text(1).isBlank()) {
            LineCounts lines = counts.orElseThrow();
            Counted said = lines.compare(segment.text(1));
            if (said != Counted.RIGHT) {
                handler.linesMiscounted(lines.problem(segment, head.at()), said == Counted.TOO_MANY);
            }
        }
    }

    private void close() {
        EdiLoop loop = open;
        open = null;
        if (loop == null) {
            return;
        } else if (loop == head) {
            handler.message(message, head);
        } else if (loop == holder) {
            levels.keep(loop);
        }
        Segment first = loop.segments().get(0);
        if (loop != head && each.isPresent() && each.get().outer().matches(first)) {
            tell(loop, each.get());
        }
    }

    private void tell(EdiLoop loop, EdiEach cut) {
        if (cut.inner().isEmpty()) {
            handler.node(loop);
        } else {
            cutInside(loop, cut.inner().get());
        }
    }

    /** Tells each loop inside this one; they also see what stands in it before the first of them. */
    private void cutInside(EdiLoop loop, SegmentPattern test) {
        EdiLoop before = loop.upTo(test);
        EdiLoop part = null;
        int nth = 0;
        for (Segment segment : loop.segments()) {
            if (segment.tag().equals(test.tag())) {
                nth++;
                tellIfAny(part);
                part = test.matches(segment)
                        ? before.inside(loop.at() + " " + test.tag() + " " + nth, test.tag())
                        : null;
            }
            if (part != null) {
                part.add(segment);
            }
        }
        tellIfAny(part);
    }

    private void tellIfAny(EdiLoop part) {
        if (part != null) {
            handler.node(part);
        }
    }
}
