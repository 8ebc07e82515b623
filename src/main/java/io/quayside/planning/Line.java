package io.quayside.planning;

import static java.util.Comparator.comparing;

import java.util.Arrays;
import java.util.List;

/** A line while it is planned: its place in the order of demand, what it has by now, and what it saw. Thrown away after. */
final class Line {
    final Demand demand;
    final Remaining supply;
    final int rank;
    final int unitsAhead;
    /** Units it holds, by shelf. */
    final int[] held;
    /** Units of inbounds promised to it, by arrival. */
    int[] pegged;
    /** Units by shelf that would help to make it whole, but that a waiting `line` or `complete` order does not take yet. */
    int[] virtual;
    /** What shelves and arrivals had left when its turn came. */
    int[] sawOnHand;

    int[] sawInbound;
    /** Units that shrinking stock took back (rule 7). */
    int lost;
    /** Units that were firm and stayed (rule 4). */
    int keptFirm;
    /** Units that lines ahead of it still miss after the plan, `complete` orders not counted. */
    int missingAhead;
    /** Whole counting only the demand ahead of it and firm units. */
    boolean coverable;
    /** Whole, but its order is judged later: what it would take is not for those behind it. */
    boolean aside;

    Line(Demand demand, Remaining supply, int rank, int unitsAhead) {
        this.demand = demand;
        this.supply = supply;
        this.rank = rank;
        this.unitsAhead = unitsAhead;
        this.held = new int[supply.onHand.length];
        this.pegged = new int[supply.inbound.length];
        this.virtual = new int[supply.onHand.length];
        this.sawInbound = supply.inbound;
    }

    boolean is(ShipRule rule) {
        return demand.ship() == rule;
    }

    int allocated() {
        return Arrays.stream(held).sum();
    }

    int missing() {
        return demand.open() - allocated();
    }

    int promised() {
        return Arrays.stream(pegged).sum();
    }

    /** Units on shelves that may supply it: none where a partner rejected it. */
    int[] onShelves(int[] shelves) {
        int[] own = shelves.clone();
        for (int i = 0; i < own.length; i++) {
            own[i] = demand.answers().passOver(supply.shelves.get(i).code()) ? 0 : own[i];
        }
        return own;
    }

    /** Units of inbounds that may supply it. */
    int[] arriving() {
        int[] own = supply.inbound.clone();
        for (int i = 0; i < own.length; i++) {
            own[i] = demand.answers()
                            .passOver(supply.arrivals.get(i).inbound().place().code())
                    ? 0
                    : own[i];
        }
        return own;
    }

    /** Whether units that it holds on a shelf are its own for longer: not where the SKU has no supply, nor where a partner rejected it. */
    boolean mayStay(int shelf) {
        return shelf < held.length
                && !demand.answers().passOver(supply.shelves.get(shelf).code());
    }

    /** Whether what lies on the shelves for it would make it whole. */
    boolean isCoverable() {
        return missing() <= Arrays.stream(onShelves(supply.onHand)).sum();
    }

    /** Units that lay free on the shelves for it when its turn came. */
    int sawLeft() {
        return Arrays.stream(onShelves(sawOnHand)).sum();
    }

    /** Units it held before this plan, where no partner rejected it. */
    int before() {
        return demand.held().stream()
                .filter(one -> !demand.answers().passOver(one.location()))
                .mapToInt(Held::units)
                .sum();
    }

    /** What it held before this plan, longest held first. */
    List<Held> byAge() {
        return demand.held().stream()
                .sorted(comparing(Held::since).thenComparing(one -> supply.shelf(one.location())))
                .toList();
    }

    /** Moves units from the shelves to the line. */
    void take(int[] units) {
        move(units, supply.onHand, held);
    }

    /** Keeps units from those behind without having them. */
    void setAside(int[] units) {
        aside = true;
        move(units, supply.onHand, virtual);
    }

    /** Undoes {@link #setAside}. */
    void putBack() {
        aside = false;
        move(virtual.clone(), virtual, supply.onHand);
    }

    /** Promises units of inbounds to the line. */
    void peg(int[] units) {
        move(units, supply.inbound, pegged);
    }

    private static void move(int[] units, int[] from, int[] to) {
        for (int i = 0; i < units.length; i++) {
            from[i] -= units[i];
            to[i] += units[i];
        }
    }
}
