package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.outbox.Events;
import io.quayside.store.Doorbell;
import io.quayside.store.Refusal;
import io.quayside.supply.orders.Fulfilment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls, answers and shipments about one purchase order in any order: no unit is counted twice, and each leaves the supplier once. */
class DropshipInvariantsTest {
    private static final int ORDERED = 9;
    private static final int ON_HAND = 20;
    private static final int STEPS = 25;

    private final List<String> shipments = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverIsSaidInWhateverOrder(long seed) {
        Random random = new Random(seed);
        try (DropshipYard north = new DropshipYard()) {
            north.has("P", ON_HAND);
            north.yard.order("P " + ORDERED);
            north.send("D1", "o1");
            for (int step = 0; step < STEPS; step++) {
                story.add(step(north, random));
                assertThat(north.broken()).as("%s", story).isEmpty();
                assertThat(wrong(north)).as("%s", story).isEmpty();
            }
            assertThat(north.rests()).isTrue();
        }
    }

    private String step(DropshipYard north, Random random) {
        int units = 1 + random.nextInt(4);
        switch (random.nextInt(6)) {
            case 0:
                return tried("call ships " + units, () -> fulfilment(north).ship("shop", "o1", parcel(units)));
            case 1:
                return tried("customer cancels " + units, () -> fulfilment(north)
                        .cancel("shop", "o1", Optional.of(List.of(new Fulfilment.Part("1", units)))));
            case 2:
                String action = List.of("accept", "backorder", "reject").get(random.nextInt(3));
                north.answer("D1", "1 " + action + " " + units);
                return action + " " + units;
            case 3:
                shipments.add("S" + shipments.size());
                return said(north, shipments.size() - 1, "new", units);
            default:
                return shipments.isEmpty()
                        ? "nothing"
                        : said(
                                north,
                                random.nextInt(shipments.size()),
                                List.of("new", "replace", "cancel").get(random.nextInt(3)),
                                units);
        }
    }

    private String said(DropshipYard north, int n, String purpose, int units) {
        north.ship(shipments.get(n), purpose, "D1", units, "1Z-" + n);
        return shipments.get(n) + " " + purpose + " " + units;
    }

    private static String tried(String what, Runnable call) {
        try {
            call.run();
            return what;
        } catch (Refusal e) {
            return what + ", refused";
        }
    }

    private static Fulfilment fulfilment(DropshipYard north) {
        north.yard.pass(Duration.ofMinutes(1));
        return new Fulfilment(north.yard.database, north.yard.replanning, new Events(new Doorbell()), north.yard::now);
    }

    private static Fulfilment.Parcel parcel(int units) {
        return new Fulfilment.Parcel(
                "NORTH",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Fulfilment.Part("1", units)));
    }

    /** What of the purchase order, its customer's line and the supplier's stock is not of one mind. */
    private static List<String> wrong(DropshipYard north) {
        return north.yard.strings(
                """
                select 'shipped ' || po.shipped || ' by ' || line.shipped || ' of the line' from purchase_order_line po
                join order_line line on line.id = po.line_id where po.shipped <> line.shipped
                union all
                select 'with the partner ' || po.quantity - po.cancelled - po.freed - po.shipped || ' but released ' || line.released
                from purchase_order_line po join order_line line on line.id = po.line_id
                where po.quantity - po.cancelled - po.freed - po.shipped <> line.released
                union all
                select 'on hand ' || on_hand || ' after ' || po.shipped || ' shipped and ' || po.freed || ' denied'
                from purchase_order_line po, stock where stock.sku = 'P' and on_hand <> %d - po.shipped - po.freed
                union all
                select 'notices ship ' || sum(taken - by_call) || ' and recognise ' || sum(by_call) from notice
                having sum(taken - by_call) <> (select shipped - by_call from purchase_order_line)
                    or sum(by_call) > (select by_call from purchase_order_line)
                """
                        .formatted(ON_HAND));
    }
}
