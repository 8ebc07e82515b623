package io.quayside.mapping;

import io.quayside.mapping.format.Node;
import java.util.Arrays;
import java.util.Optional;

/**
 * Remembers the keys of a message to find those that come twice. Keeps 64-bit hashes, 16 bytes a line: in a million
 * lines two different keys are taken for one in about one file of 40 million.
 */
final class Repeats {
    private static final int FIRST_SIZE = 1 << 10;

    private final RecordRule.Unique unique;
    private long[] hashes = new long[FIRST_SIZE];
    private int size;

    Repeats(RecordRule.Unique unique) {
        this.unique = unique;
    }

    /** The problem, where the key of this record was there before. */
    Optional<Problem> check(Draft record, Node node, MessageFacts facts) {
        if (add(hash(record, facts))) {
            return Optional.empty();
        }
        String fields = String.join(" and ", Target.words(unique.key()));
        return Optional.of(new Problem(
                ProblemCode.DUPLICATE_LINE,
                node.at(),
                Optional.of(text(unique.key().get(0), record, facts)),
                Optional.of(unique.key().get(0).word()),
                Optional.of(unique.fate()),
                "each " + fields + " once"));
    }

    private long hash(Draft record, MessageFacts facts) {
        long hash = 0xcbf29ce484222325L;
        for (Target target : unique.key()) {
            String text = text(target, record, facts);
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0xffff) * 0x100000001b3L;
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

    private boolean add(long hash) {
        if (size * 2 > hashes.length) {
            long[] old = hashes;
            hashes = new long[old.length * 2];
            Arrays.stream(old).filter(h -> h != 0).forEach(this::place);
        }
        if (!place(hash)) {
            return false;
        }
        size++;
        return true;
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
