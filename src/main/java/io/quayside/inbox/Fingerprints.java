package io.quayside.inbox;

import java.util.Arrays;

/**
 * Remembers keys by 64 bits each, to say for certain that none came twice: then nobody has to search for repeated lines
 * in the database. Bounded: beyond two million keys (32 MB) it only says "maybe". One thread.
 */
final class Fingerprints {
    private static final int MOST = 1 << 21;
    private static final long PRIME = 0x100000001b3L;

    private long[] slots = new long[1 << 10];
    private int size;
    private boolean maybe;

    void add(String sku, String location) {
        if (maybe) {
            return;
        }
        if (size == MOST) {
            giveUp();
            return;
        }
        if (size * 2 >= slots.length) {
            grow();
        }
        if (!put(of(sku, location))) {
            giveUp();
        }
    }

    /** False: no key was added twice. */
    boolean mayRepeat() {
        return maybe;
    }

    private void giveUp() {
        maybe = true;
        slots = new long[0];
    }

    /** FNV-1a over both, with its bits mixed; 0 stands for an empty slot. */
    private static long of(String sku, String location) {
        long hash = over(over(0xcbf29ce484222325L, sku) * PRIME, location);
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    private static long over(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private boolean put(long print) {
        int mask = slots.length - 1;
        int slot = (int) print & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == print) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = print;
        size++;
        return true;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        size = 0;
        Arrays.stream(before).filter(print -> print != 0).forEach(this::put);
    }
}
