package io.quayside.mapping;

import io.quayside.mapping.format.Node;
import java.util.Arrays;
import java.util.Optional;

/**
 * Remembers the keys of a message to find those that come twice. Keeps 64-bit hashes, 16 bytes a line: in a million
 * lines two different keys are taken for one in about one file of 40 million.
 *
 * <p>As long as keys rise, as they do in most feeds, none can repeat: hashes are only written down, one after the other.
 * The first that does not rise makes a table of them, in which each look-up is a miss of the processor's cache.
 */
final class Repeats {
    private static final int FIRST_SIZE = 1 << 10;

    private final RecordRule.Unique unique;
    private long[] hashes = new long[FIRST_SIZE];
    private int size;
    private String last = "";
    private boolean rising = true;

    Repeats(RecordRule.Unique unique) {
        this.unique = unique;
    }

    /** The problem, where the key of this record was there before. */
    Optional<Problem> check(Draft record, Node node, MessageFacts facts) {
        String key = key(record, facts);
        if (rising && key.compareTo(last) > 0 ? append(hash(key)) : add(hash(key))) {
            last = key;
            return Optional.empty();
        }
        String fields = String.join(" and ", Target.words(unique.key()));
        return Optional.of(new Problem(
                ProblemCode.DUPLICATE_LINE,
                node.at(),
                Optional.of(text(unique.key().get(0), record, facts)),
                Optional.of(unique.key().get(0).word()),
                Optional.of(unique.fate()),
                "each " + fields + " once",
                node.spot()));
    }

    private String key(Draft record, MessageFacts facts) {
        if (unique.key().size() == 1) {
            return text(unique.key().get(0), record, facts);
        }
        StringBuilder key = new StringBuilder();
        for (Target target : unique.key()) {
            key.append(text(target, record, facts)).append('\0');
        }
        return key.toString();
    }

    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        return hash == 0 ? 1 : hash;
    }

    private static String text(Target target, Draft record, MessageFacts facts) {
        Object value = record.get(target);
        if (value == null && target == Target.LOCATION) {
            return facts.location().orElse("");
        }
        return value == null ? "" : value.toString();
    }

    private boolean append(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
        return true;
    }

    private boolean add(long hash) {
        if (rising) {
            rising = false;
            table(Integer.highestOneBit(Math.max(size, FIRST_SIZE)) * 4);
        } else if (size * 2 > hashes.length) {
            table(hashes.length * 2);
        }
        if (!place(hash)) {
            return false;
        }
        size++;
        return true;
    }

    private void table(int slots) {
        long[] old = hashes;
        hashes = new long[slots];
        Arrays.stream(old).filter(h -> h != 0).forEach(this::place);
    }

    private boolean place(long hash) {
        int mask = hashes.length - 1;
        int i = (int) (hash >>> 20) & mask;
        while (hashes[i] != 0) {
            if (hashes[i] == hash) {
                return false;
            }
            i = (i + 1) & mask;
        }
        hashes[i] = hash;
        return true;
    }
}
