package io.quayside.planning;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** A shop on a table: supply and demand that a test changes and plans again, as the shell around the planner does. */
final class Scene {
    static final LocalDate DAY_0 = LocalDate.parse("2026-09-01");

    Policy policy = Policy.DEFAULT;
    Instant now = DAY_0.atTime(9, 0).toInstant(ZoneOffset.UTC);
    final Map<String, SkuSupply> supply = new LinkedHashMap<>();
    final Map<String, Demand> demand = new LinkedHashMap<>();
    Plan plan;

    /** Day n of the story; day 0 is the first. */
    static LocalDate day(int n) {
        return DAY_0.plusDays(n);
    }

    static Place warehouse(String code, int rank) {
        return new Place(code, true, rank, 0, ZoneOffset.UTC, EnumSet.allOf(DayOfWeek.class), Optional.empty());
    }

    static Place supplier(String code) {
        return new Place(code, false, 1, 0, ZoneOffset.UTC, EnumSet.allOf(DayOfWeek.class), Optional.empty());
    }

    static Inbound inbound(String ref, int units, int day) {
        return new Inbound(
                ref.hashCode(),
                ref,
                warehouse("MAIN", 1),
                units,
                Optional.of(day(day)),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** SKU "P" with units at MAIN. */
    Scene onHand(int units, Inbound... inbound) {
        return onHand("P", List.of(new OnHand(warehouse("MAIN", 1), units)), inbound);
    }

    Scene onHand(String sku, List<OnHand> stock, Inbound... inbound) {
        supply.put(sku, new SkuSupply(sku, 0, Optional.empty(), stock, List.of(inbound)));
        return this;
    }

    Scene safetyStock(int units) {
        supply.computeIfPresent(
                "P", (sku, was) -> new SkuSupply(sku, units, was.releaseDate(), was.onHand(), was.inbound()));
        return this;
    }

    Scene releaseDate(LocalDate day) {
        supply.computeIfPresent(
                "P",
                (sku, was) -> new SkuSupply(sku, was.safetyStock(), Optional.of(day), was.onHand(), was.inbound()));
        return this;
    }

    /** An order of its own for SKU "P", placed after those before it. */
    Scene line(String name, int units) {
        return line(name, "P", units, ShipRule.ANY);
    }

    /** {@code name} is "order" or "order/line". */
    Scene line(String name, String sku, int units, ShipRule ship) {
        String order = name.split("/")[0];
        Instant placed = demand.values().stream()
                .filter(one -> one.order().number().equals(order))
                .map(Demand::placedAt)
                .findFirst()
                .orElse(Instant.parse("2026-08-01T00:00:00Z").plusSeconds(demand.size()));
        demand.put(
                name,
                new Demand(
                        name.hashCode(),
                        new OrderKey("shop", order),
                        name,
                        name,
                        sku,
                        units,
                        0,
                        placed,
                        Optional.empty(),
                        ship,
                        Readiness.JUDGE,
                        List.of(),
                        List.of(),
                        Promise.NONE,
                        Answers.NONE));
        return this;
    }

    Scene change(String name, UnaryOperator<Demand> change) {
        demand.computeIfPresent(name, (key, was) -> change.apply(was));
        return this;
    }

    Scene priority(String name, int priority) {
        return change(
                name,
                d -> new Demand(
                        d.id(),
                        d.order(),
                        d.line(),
                        d.rankLine(),
                        d.sku(),
                        d.open(),
                        priority,
                        d.placedAt(),
                        d.requested(),
                        d.ship(),
                        d.readiness(),
                        d.held(),
                        d.pegged(),
                        d.promise(),
                        d.answers()));
    }

    Scene placedAt(String name, Instant at) {
        return change(
                name,
                d -> new Demand(
                        d.id(),
                        d.order(),
                        d.line(),
                        d.rankLine(),
                        d.sku(),
                        d.open(),
                        d.priority(),
                        at,
                        d.requested(),
                        d.ship(),
                        d.readiness(),
                        d.held(),
                        d.pegged(),
                        d.promise(),
                        d.answers()));
    }

    Scene open(String name, int units) {
        return change(
                name,
                d -> new Demand(
                        d.id(),
                        d.order(),
                        d.line(),
                        d.rankLine(),
                        d.sku(),
                        units,
                        d.priority(),
                        d.placedAt(),
                        d.requested(),
                        d.ship(),
                        d.readiness(),
                        d.held(),
                        d.pegged(),
                        d.promise(),
                        d.answers()));
    }

    Scene readiness(String name, Readiness readiness) {
        return change(
                name,
                d -> new Demand(
                        d.id(),
                        d.order(),
                        d.line(),
                        d.rankLine(),
                        d.sku(),
                        d.open(),
                        d.priority(),
                        d.placedAt(),
                        d.requested(),
                        d.ship(),
                        readiness,
                        d.held(),
                        d.pegged(),
                        d.promise(),
                        d.answers()));
    }

    Scene holding(String name, List<Held> held, List<Peg> pegged, Promise promise) {
        return change(
                name,
                d -> new Demand(
                        d.id(),
                        d.order(),
                        d.line(),
                        d.rankLine(),
                        d.sku(),
                        d.open(),
                        d.priority(),
                        d.placedAt(),
                        d.requested(),
                        d.ship(),
                        d.readiness(),
                        held,
                        pegged,
                        promise,
                        d.answers()));
    }

    Scene later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Plans, and stores the plan as what lines have from now on; answers the lines that changed. */
    List<String> plan() {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        plan = Planner.plan(supply.values(), demand.values(), policy, new Moment(now, today));
        List<String> changed = new ArrayList<>();
        for (String name : List.copyOf(demand.keySet())) {
            Demand was = demand.get(name);
            LinePlan is = of(name);
            if (!is.held().equals(was.held())
                    || !is.pegged().equals(was.pegged())
                    || !is.promise().equals(was.promise())) {
                changed.add(name);
                holding(name, is.held(), is.pegged(), is.promise());
            }
        }
        return changed;
    }

    LinePlan of(String name) {
        long id = demand.get(name).id();
        return plan.lines().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    /** Units allocated to each line, in the order in which the lines were given. */
    List<Integer> allocated() {
        return demand.keySet().stream().map(name -> of(name).allocated()).toList();
    }

    /** The day that each line is promised now; -1 for none. */
    List<Integer> promised() {
        return demand.keySet().stream()
                .map(name -> of(name).promise()
                        .current()
                        .map(day -> (int) DAY_0.until(day, java.time.temporal.ChronoUnit.DAYS))
                        .orElse(-1))
                .toList();
    }

    /** What a new order could have of SKU "P" by day n. */
    int newOrderCouldHave(int n) {
        SkuPlan p = plan.skus().get(0);
        return p.available()
                + p.incoming().stream()
                        .filter(in -> !in.day().isAfter(day(n)))
                        .mapToInt(SkuPlan.Incoming::units)
                        .sum();
    }
}
