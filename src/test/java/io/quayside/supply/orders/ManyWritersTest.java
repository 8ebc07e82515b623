package io.quayside.supply.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.store.Doorbell;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import io.quayside.supply.Arrivals;
import io.quayside.supply.Stock;
import io.quayside.supply.Sweep;
import io.quayside.supply.Told;
import io.quayside.supply.Trigger;
import io.quayside.supply.catalogue.Location;
import io.quayside.supply.catalogue.Locations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody who writes stock, demand or plans at once, on the same few SKUs: nobody deadlocks, and the sums hold. */
class ManyWritersTest {
    private static final int TURNS = 25;
    private static final List<String> SKUS =
            IntStream.rangeClosed(1, 8).mapToObj(n -> "S" + n).toList();

    private final Shop shop = new Shop();
    private final Stock stock = new Stock(shop.database, shop.replanning);
    private final Arrivals arrivals = new Arrivals(shop.replanning);
    private final Sweep sweep = new Sweep(shop.database, shop.replanning, new Doorbell());
    private final Locations locations = new Locations(shop.database, sweep);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void writersOfOverlappingSkusNeverDeadlockAndTheSumsHold() throws Exception {
        shop.sql("insert into partner (code, name, kinds) values ('hall', 'Hall', '{warehouse}')");
        SKUS.forEach(sku -> shop.item(sku, "true", null));
        ExecutorService writers = Executors.newFixedThreadPool(8);

        List<Future<Void>> all = new ArrayList<>();
        all.add(writers.submit(turns(1, (random, n) -> sell("a" + n, random))));
        all.add(writers.submit(turns(2, (random, n) -> sell("b" + n, random))));
        all.add(writers.submit(turns(3, (random, n) -> count(random))));
        all.add(writers.submit(turns(4, (random, n) -> document("c" + n, random))));
        all.add(writers.submit(turns(5, (random, n) -> document("d" + n, random))));
        all.add(writers.submit(turns(6, (random, n) -> planAgain(random))));
        all.add(writers.submit(turns(7, (random, n) -> shop.judgements.step())));
        all.add(writers.submit(turns(8, (random, n) -> move(n))));
        for (Future<Void> writer : all) {
            writer.get(60, TimeUnit.SECONDS);
        }
        writers.shutdown();
        comeToRest();

        assertThat(shop.strings("select pg_stat_force_next_flush() || ''")).hasSize(1);
        assertThat(shop.strings("select deadlocks from pg_stat_database where datname = current_database()"))
                .containsExactly("0");
        assertThat(
                        shop.strings(
                                "select sku || ' ' || location from stock where on_hand <> (select coalesce(sum(quantity), 0)"
                                        + " from movement where movement.sku = stock.sku and movement.location = stock.location)"))
                .isEmpty();
        assertThat(shop.strings("select stock.sku || ' ' || stock.location from stock where on_hand <"
                        + " (select coalesce(sum(h.quantity), 0) from (select * from (select line_id, location, quantity"
                        + " from allocation union all select line_id, location, quantity from released) u) h"
                        + " join order_line on order_line.id = h.line_id"
                        + " where order_line.sku = stock.sku and h.location = stock.location)"))
                .isEmpty();
        assertThat(shop.strings("select line_id from allocation union all select line_id from released"))
                .as("somebody holds something")
                .isNotEmpty();
        assertThat(shop.strings(
                        "select inbound_id from peg join inbound on inbound.id = inbound_id group by inbound_id,"
                                + " inbound.quantity having sum(peg.quantity) > inbound.quantity"))
                .isEmpty();
        assertThat(replanAll()).isEqualTo(Told.NOTHING);
    }

    private interface Turn {
        void take(Random random, int n);
    }

    /** What a caller is refused, he is refused: others were faster. */
    private static Callable<Void> turns(int seed, Turn turn) {
        return () -> {
            Random random = new Random(seed);
            for (int n = 0; n < TURNS; n++) {
                try {
                    turn.take(random, n);
                } catch (Refusal refused) {
                    assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                }
            }
            return null;
        };
    }

    private void sell(String number, Random random) {
        String[] lines = some(random).stream()
                .map(sku -> sku + " " + (1 + random.nextInt(6)))
                .toArray(String[]::new);
        shop.orders.place(Shop.order(number, Ship.values()[random.nextInt(3)], false, lines));
        switch (random.nextInt(4)) {
            case 0 -> shop.fulfilment.cancel("shop", number, Optional.empty());
            case 1 -> shop.fulfilment.pick("shop", number, List.of(new Fulfilment.Pick("1", 1, "MAIN")));
            case 2 ->
                shop.fulfilment.ship(
                        "shop",
                        number,
                        new Fulfilment.Parcel(
                                "MAIN",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Fulfilment.Part("1", 1))));
            default -> shop.orders.find("shop", number);
        }
    }

    private void count(Random random) {
        String sku = SKUS.get(random.nextInt(SKUS.size()));
        if (random.nextBoolean()) {
            stock.count(sku, "MAIN", random.nextInt(30), Optional.empty(), "counted");
        } else {
            stock.adjust(sku, random.nextBoolean() ? "MAIN" : "EAST", random.nextInt(3) == 0 ? -4 : 5, "found");
        }
    }

    /** A document that says something of several SKUs, in no order: a receipt and what is to come. */
    private void document(String ref, Random random) {
        shop.database.transact(h -> {
            long id = h.createQuery("insert into document (partner, mapping, name, sha256, size)"
                            + " values ('hall', 'test', 'file', '', 0) returning id")
                    .mapTo(Long.class)
                    .one();
            for (String sku : some(random)) {
                Map<String, String> record = Map.of("ref", ref + "/1", "eta", "2026-09-2" + random.nextInt(9));
                h.execute(
                        "insert into change (document_id, chunk, seq, at, kind, sku, location, quantity, record)"
                                + " values (?, 1, ?, 'line', ?, ?, ?, ?, cast(? as jsonb))",
                        id,
                        random.nextInt(),
                        random.nextBoolean() ? "receipt" : "inbound",
                        sku,
                        random.nextBoolean() ? "MAIN" : "EAST",
                        random.nextInt(15),
                        Json.write(record));
            }
            arrivals.apply(h, id, "hall", 1);
        });
    }

    private void planAgain(Random random) {
        shop.database.transact(h -> sweep.mark(h, some(random), Trigger.call("test")));
        sweep.step();
    }

    private void move(int rank) {
        locations.put(new Location(
                "EAST", "warehouse", Optional.empty(), 0, rank % 3, "UTC", Optional.empty(), Optional.empty()));
    }

    private static List<String> some(Random random) {
        List<String> skus = new ArrayList<>(SKUS);
        Collections.shuffle(skus, random);
        return skus.subList(0, 1 + random.nextInt(4));
    }

    private void comeToRest() {
        int steps = 0;
        while (shop.judgements.step() || sweep.step()) {
            assertThat(++steps).as("comes to rest").isLessThan(2_000);
        }
    }

    private Told replanAll() {
        return shop.database.inTransaction(h -> {
            shop.replanning.lock(h, SKUS);
            return shop.replanning.replan(h, SKUS, Trigger.schedule("again"));
        });
    }
}
