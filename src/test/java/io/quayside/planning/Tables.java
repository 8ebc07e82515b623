package io.quayside.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Arbitrary shops, small enough that scarcity is everywhere: three SKUs, two warehouses, a supplier, up to a dozen lines. */
final class Tables {
    static final Instant NOW = Scene.DAY_0.atTime(9, 0).toInstant(ZoneOffset.UTC);
    static final Moment MOMENT = new Moment(NOW, Scene.DAY_0);
    private static final List<String> SKUS = List.of("P", "Q", "R");
    private static final List<Place> PLACES =
            List.of(Scene.warehouse("MAIN", 1), Scene.warehouse("EAST", 2), Scene.supplier("SUP"));

    private Tables() {}

    /** What the planner is given. */
    record Table(List<SkuSupply> supply, List<Demand> demand) {
        Plan plan() {
            return Planner.plan(supply, demand, Policy.DEFAULT, MOMENT);
        }

        Table with(List<Demand> other) {
            return new Table(supply, other);
        }
    }

    /** A table by the seed; {@code firm}: some lines hold units for long already, more than there may be. */
    static Table of(long seed, boolean firm) {
        Random random = new Random(seed);
        List<SkuSupply> supply = new ArrayList<>();
        for (String sku : SKUS) {
            List<OnHand> stock = new ArrayList<>();
            PLACES.forEach(place -> stock.add(new OnHand(place, random.nextInt(8))));
            List<Inbound> inbound = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                inbound.add(inbound(sku + i, random));
            }
            int safety = random.nextInt(3) == 0 ? random.nextInt(5) : 0;
            supply.add(new SkuSupply(sku, safety, Optional.empty(), stock, inbound));
        }
        List<Demand> demand = new ArrayList<>();
        int orders = 1 + random.nextInt(6);
        for (int order = 0; order < orders; order++) {
            ShipRule ship = ShipRule.values()[random.nextInt(3)];
            int priority = random.nextInt(3) == 0 ? 1 : 0;
            Instant placed = NOW.minus(Duration.ofDays(random.nextInt(3)));
            int lines = 1 + random.nextInt(3);
            for (int line = 1; line <= lines; line++) {
                demand.add(line(demand.size() + 1, "o" + order, line, ship, priority, placed, random, firm));
            }
        }
        return new Table(supply, demand);
    }

    private static Inbound inbound(String ref, Random random) {
        Optional<LocalDate> eta =
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(Scene.day(random.nextInt(9) - 2));
        OptionalInt delay = random.nextBoolean() ? OptionalInt.of(random.nextInt(4)) : OptionalInt.empty();
        return new Inbound(
                ref.hashCode(), ref, PLACES.get(random.nextInt(2)), random.nextInt(9), eta, Optional.empty(), delay);
    }

    private static Demand line(
            long id, String order, int line, ShipRule ship, int priority, Instant placed, Random random, boolean firm) {
        int open = 1 + random.nextInt(9);
        List<Held> held = new ArrayList<>();
        if (firm && random.nextBoolean()) {
            for (Place place : PLACES) {
                if (random.nextBoolean()) {
                    Duration age = Duration.ofMinutes(random.nextInt(180));
                    held.add(new Held(place.code(), 1 + random.nextInt(4), NOW.minus(age)));
                }
            }
        }
        return new Demand(
                id,
                new OrderKey("shop", order),
                String.valueOf(line),
                ship == ShipRule.COMPLETE ? "1" : String.valueOf(line),
                SKUS.get(random.nextInt(SKUS.size())),
                open,
                priority,
                placed,
                Optional.empty(),
                ship,
                Readiness.JUDGE,
                held,
                List.of(),
                Promise.NONE,
                answers(new Random(id * 31 + open)));
    }

    /** Every fourth line or so was rejected somewhere, or has units with a partner. */
    private static Answers answers(Random random) {
        List<Answers.PassedOver> passedOver = random.nextInt(4) == 0
                ? List.of(new Answers.PassedOver(
                        PLACES.get(random.nextInt(PLACES.size())).code(), "document 1, line 2"))
                : List.of();
        Optional<Answers.Sent> sent = random.nextInt(6) == 0
                ? Optional.of(new Answers.Sent(PLACES.get(0), Optional.of(Scene.day(random.nextInt(9) - 2))))
                : Optional.empty();
        return new Answers(passedOver, sent);
    }

    /** The line as it is after its plan. */
    static Demand after(Demand line, LinePlan plan) {
        return with(line, line.readiness(), plan.held(), plan.pegged(), plan.promise());
    }

    static Demand with(Demand line, Readiness readiness, List<Held> held, List<Peg> pegged, Promise promise) {
        return new Demand(
                line.id(),
                line.order(),
                line.line(),
                line.rankLine(),
                line.sku(),
                line.open(),
                line.priority(),
                line.placedAt(),
                line.requested(),
                line.ship(),
                readiness,
                held,
                pegged,
                promise,
                line.answers());
    }
}
