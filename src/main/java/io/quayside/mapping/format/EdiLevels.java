package io.quayside.mapping.format;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The levels of a tree that may still be somebody's parent. A tree in the usual order needs only the way up; some
 * senders write all orders and then all items, so the levels used last are kept as well, as many as fit.
 */
final class EdiLevels {
    private static final int DEEPEST = 64;
    private static final int BYTES = 4 << 20;

    private final EdiTree tree;
    private final Map<String, EdiLoop> byNumber = new LinkedHashMap<>(64, 0.75f, true);
    private int bytes;

    EdiLevels(EdiTree tree) {
        this.tree = tree;
    }

    /** The level that {@code segment} begins. */
    EdiLoop open(Segment segment, String at, EdiLoop head) {
        String code = segment.text(tree.level()).strip();
        String parent = segment.text(tree.parent()).strip();
        EdiLoop up = parent.isEmpty() ? head : way(parent);
        EdiLoop level = up == null
                ? EdiLoop.level(at, code, head, Optional.of(parent))
                : EdiLoop.level(at, code, up, up.orphan());
        level.add(segment);
        return level;
    }

    /** Keeps a level that is whole. */
    void keep(EdiLoop level) {
        String number = level.segments().get(0).text(tree.id()).strip();
        EdiLoop before = byNumber.put(number, level);
        bytes += level.length() - (before == null ? 0 : before.length());
        Iterator<EdiLoop> eldest = byNumber.values().iterator();
        while (bytes > BYTES && byNumber.size() > 1) {
            bytes -= eldest.next().length();
            eldest.remove();
        }
    }

    /** The level with this number, after touching all above it so that they stay; null where it is not there. */
    private EdiLoop way(String number) {
        EdiLoop found = byNumber.get(number);
        int depth = 0;
        for (EdiLoop level = found; level != null && level.up() != null; level = level.up()) {
            byNumber.get(level.segments().get(0).text(tree.id()).strip());
            if (++depth > DEEPEST) {
                return null;
            }
        }
        return found;
    }
}
