package io.quayside.supply.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A line of a locked order while a call changes it. Units move between waiting, allocated, released, shipped and cancelled. */
final class LineState {
    /** Units held at a location since a moment. */
    record Shelf(String location, Instant since, int units) {}

    final long id;
    final String line;
    final String sku;
    private final int quantity;
    private final List<Shelf> shelves = new ArrayList<>();
    private final Map<String, Integer> picking = new TreeMap<>();
    private int shipped;
    private int cancelled;

    LineState(long id, String line, String sku, int quantity, int shipped, int cancelled) {
        this.id = id;
        this.line = line;
        this.sku = sku;
        this.quantity = quantity;
        this.shipped = shipped;
        this.cancelled = cancelled;
    }

    /** Loading: what it holds, longest first. */
    void holds(Shelf shelf) {
        shelves.add(shelf);
    }

    /** Loading: what of it is in picking at a location. */
    void isPicked(String location, int units) {
        picking.put(location, units);
    }

    int quantity() {
        return quantity;
    }

    int shipped() {
        return shipped;
    }

    int cancelled() {
        return cancelled;
    }

    int released() {
        return picking.values().stream().mapToInt(Integer::intValue).sum();
    }

    int open() {
        return quantity - released() - shipped - cancelled;
    }

    int allocated() {
        return shelves.stream().mapToInt(Shelf::units).sum();
    }

    int allocatedAt(String location) {
        return shelves.stream()
                .filter(shelf -> shelf.location().equals(location))
                .mapToInt(Shelf::units)
                .sum();
    }

    int releasedAt(String location) {
        return picking.getOrDefault(location, 0);
    }

    List<Shelf> shelves() {
        return shelves;
    }

    Map<String, Integer> picking() {
        return picking;
    }

    /** Allocated units of a location, of which there are enough, go to picking; those held longest first. */
    void pick(String location, int units) {
        int rest = units;
        for (int i = 0; i < shelves.size() && rest > 0; i++) {
            Shelf shelf = shelves.get(i);
            if (shelf.location().equals(location)) {
                int taken = Math.min(rest, shelf.units());
                shelves.set(i, new Shelf(location, shelf.since(), shelf.units() - taken));
                rest -= taken;
            }
        }
        shelves.removeIf(shelf -> shelf.units() == 0);
        picking.merge(location, units, Integer::sum);
    }

    /** Released units of a location, of which there are enough, are open again. */
    void putBack(String location, int units) {
        unpick(location, units);
    }

    /**
     * Released units of a location leave it; what is not yet released, but allocated there, counts as released.
     *
     * @return how many were released before
     */
    int ship(String location, int units) {
        int unpicked = Math.max(0, units - releasedAt(location));
        if (unpicked > 0) {
            pick(location, unpicked);
        }
        unpick(location, units);
        shipped += units;
        return units - unpicked;
    }

    /**
     * Not more than is neither shipped nor cancelled: waiting units first, then allocated ones, last those in picking.
     *
     * @return units taken from picking, by location
     */
    Map<String, Integer> cancel(int units) {
        Map<String, Integer> released = new TreeMap<>();
        int unreleased = Math.min(units, open());
        int rest = units - unreleased;
        for (String location : List.copyOf(picking.keySet())) {
            int taken = Math.min(rest, picking.get(location));
            unpick(location, taken);
            released.put(location, taken);
            rest -= taken;
        }
        cancelled += units;
        dropShelvesAbove(open());
        return released;
    }

    private void unpick(String location, int units) {
        picking.merge(location, -units, Integer::sum);
        picking.values().removeIf(left -> left == 0);
    }

    /** Held longest stays. */
    private void dropShelvesAbove(int wanted) {
        int rest = wanted;
        for (int i = 0; i < shelves.size(); i++) {
            Shelf shelf = shelves.get(i);
            int kept = Math.min(rest, shelf.units());
            shelves.set(i, new Shelf(shelf.location(), shelf.since(), kept));
            rest -= kept;
        }
        shelves.removeIf(shelf -> shelf.units() == 0);
    }
}
