package io.quayside.inbox;

import io.quayside.mapping.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where staged rows of X12 stand in their messages, for problems that only the database finds: eight bytes a row. Bounded:
 * beyond two million rows it knows nothing. One thread at a time.
 */
final class Spots {
    private static final int MOST = 1 << 21;
    private static final int BITS = 7;
    private static final int MASK = (1 << BITS) - 1;

    private final List<String> tags = new ArrayList<>();
    private long[] places = new long[0];

    void put(int row, Spot spot) {
        if (row >= MOST || spot.element() > MASK || spot.component() > MASK) {
            return;
        }
        int tag = tags.indexOf(spot.tag());
        if (tag < 0) {
            if (tags.size() > MASK) {
                return;
            }
            tag = tags.size();
            tags.add(spot.tag());
        }
        if (row >= places.length) {
            places = Arrays.copyOf(places, Math.max(1 << 10, Math.max(row + 1, places.length * 2)));
        }
        places[row] = (((long) spot.segment() << BITS | spot.element()) << BITS | spot.component()) << BITS | tag;
    }

    Optional<Spot> of(int row) {
        if (row >= places.length || places[row] == 0) {
            return Optional.empty();
        }
        long place = places[row];
        return Optional.of(new Spot(
                tags.get((int) place & MASK),
                (int) (place >> 3 * BITS),
                (int) (place >> 2 * BITS) & MASK,
                (int) (place >> BITS) & MASK));
    }
}
