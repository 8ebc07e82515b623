package io.quayside.supply.orders;

import static io.quayside.supply.orders.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void anOrderIsFilledFromTheShelfAndTheRestWaitsForInbound() {
        shop.onHand("P", 6);
        shop.inbound("P", 10, "2026-09-20");

        JsonNode line =
                shop.orders.place(order("1", "P 10")).order().orElseThrow().at("/lines/0");

        assertThat(line.get("status").asText()).isEqualTo("partly_allocated");
        assertThat(line.get("allocated").asInt()).isEqualTo(6);
        assertThat(line.get("backordered").asInt()).isEqualTo(4);
        assertThat(line.get("allocations")).hasToString("[{\"location\":\"MAIN\",\"quantity\":6}]");
        assertThat(line.get("schedule"))
                .hasToString("[{\"quantity\":6,\"date\":\"2026-09-14\"},{\"quantity\":4,\"date\":\"2026-09-20\"}]");
        assertThat(line.get("promise")).hasToString("{\"original\":\"2026-09-20\",\"current\":\"2026-09-20\"}");
        assertThat(shop.strings("select type from event where key like 'line:%' or key like 'order:%' order by id"))
                .containsExactly("order_line.allocated", "order_line.backordered", "order.changed");
    }

    @Test
    void theSameOrderAgainIsTheStoredOneAndAnotherOfItsNumberIsRefused() {
        shop.onHand("P", 6);
        Orders.Placed first = shop.orders.place(order("1", "P 2"));

        Orders.Placed again = shop.orders.place(order("1", "P 2"));

        assertThat(first.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.order()).isEqualTo(first.order());
        assertThatThrownBy(() -> shop.orders.place(order("1", "P 3")))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(shop.line("1", 1).get("allocated").asInt()).isEqualTo(2);
    }

    @Test
    void anUnknownSkuIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> shop.orders.place(order("1", "P 1", "NIX 1")))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.places())
                        .extracting(Refusal.Place::pointer)
                        .containsExactly("/lines/1/sku"));
        assertThat(shop.strings("select number from orders")).isEmpty();
    }

    @Test
    void case9_linesOfOneCallAreSummedAndNothingIsStoredUnlessItIsSold() {
        shop.item("N", "false", null);
        shop.onHand("N", 2);

        assertThatThrownBy(() -> shop.orders.place(order("1", "N 2", "N 2")))
                .isInstanceOfSatisfying(Refusal.class, no -> {
                    assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(no.places()).extracting(Refusal.Place::pointer).containsExactly("/lines/1/quantity");
                });
        assertThat(shop.strings("select number from orders")).isEmpty();
        assertThat(shop.strings("select type from event where type <> 'stock.changed'"))
                .isEmpty();

        shop.orders.place(order("1", Ship.ANY, true, "N 2", "N 2"));
        assertThat(shop.line("1", 1).get("allocated").asInt()).isEqualTo(2);
        assertThat(shop.line("1", 2).get("allocated").asInt()).isZero();
        assertThat(shop.line("1", 2).get("exception").asBoolean()).isTrue();
        assertThat(shop.line("1", 2).get("promise")).isEmpty();
    }

    @Test
    void noMoreUnitsMayWaitThanTheLimitOfTheItemAllows() {
        shop.item("L", "true", 5);
        shop.orders.place(order("1", "L 3"));

        assertThatThrownBy(() -> shop.orders.place(order("2", "L 3"))).isInstanceOf(Refusal.class);

        assertThat(shop.orders.place(order("3", "L 2")).isNew()).isTrue();
    }

    @Test
    void case10_twentyClientsAtOnceForTheLastUnit() throws Exception {
        shop.onHand("P", 1);
        shop.item("N", "false", null);
        shop.onHand("N", 1);
        ExecutorService clients = Executors.newFixedThreadPool(20);

        List<Callable<Boolean>> calls = new ArrayList<>();
        IntStream.range(0, 20)
                .forEach(n -> calls.add(() -> shop.orders
                        .placeAll(List.of(order("p" + n, "P 1")))
                        .get(0)
                        .isNew()));
        IntStream.range(0, 20)
                .forEach(n -> calls.add(() -> shop.orders
                        .placeAll(List.of(order("n" + n, "N 1")))
                        .get(0)
                        .isNew()));
        int stored = 0;
        for (Future<Boolean> call : clients.invokeAll(calls)) {
            stored += call.get() ? 1 : 0;
        }
        clients.shutdown();

        assertThat(stored).isEqualTo(21);
        assertThat(shop.strings(
                        "select sum(allocation.quantity) from allocation join order_line on line_id = order_line.id"
                                + " group by sku order by sku"))
                .containsExactly("1", "1");
        assertThat(shop.strings("select count(*) from order_line where sku = 'N'"))
                .containsExactly("1");
    }

    @Test
    void ofManyOrdersTheGoodOnesAreStoredAndEachBadOneIsNamed() {
        shop.item("N", "false", null);
        shop.onHand("N", 3);

        List<Orders.Placed> placed = shop.orders.placeAll(List.of(
                order("1", "N 2"),
                order("2", "N 2"),
                order("3", "N 1"),
                order("4", "NIX 1"),
                order("1", "N 2"),
                order("1", "N 1")));

        assertThat(placed).extracting(Orders.Placed::isNew).containsExactly(true, false, true, false, false, false);
        assertThat(placed)
                .extracting(one -> one.refusal().map(Refusal::kind).orElse(null))
                .containsExactly(
                        null, Refusal.Kind.CONFLICT, null, Refusal.Kind.UNPROCESSABLE, null, Refusal.Kind.CONFLICT);
        assertThat(shop.strings("select number from orders order by number")).containsExactly("1", "3");
    }

    @Test
    void case5_completeOrdersAreJudgedInTheOrderOfDemand() {
        shop.onHand("P", 5);
        shop.onHand("Q", 10);
        shop.orders.place(order("A", Ship.COMPLETE, false, "P 5", "Q 5"));
        shop.orders.place(order("B", Ship.COMPLETE, false, "P 5", "Q 5"));

        shop.judge();

        assertThat(shop.line("A", 1).get("status").asText()).isEqualTo("allocated");
        assertThat(shop.line("A", 2).get("status").asText()).isEqualTo("allocated");
        assertThat(shop.line("B", 2).get("status").asText()).isEqualTo("backordered");
        assertThat(shop.strings("select available from item order by sku")).containsExactly("0", "5");

        shop.fulfilment.cancel("shop", "A", java.util.Optional.empty());
        shop.judge();
        assertThat(shop.line("B", 1).get("status").asText()).isEqualTo("allocated");
        assertThat(shop.line("B", 2).get("status").asText()).isEqualTo("allocated");
    }
}
