package io.quayside.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** Several statements at once answer as they would one by one. */
class RoundTripTest {
    private final Database database = TestDatabase.create();

    RoundTripTest() {
        database.transact(handle -> handle.execute("create table round_trip (sku text, units int)"));
    }

    record Item(String sku, int units) {}

    @Test
    void eachAnswersInItsOrderAndSeesWhatThoseBeforeItDid() {
        for (int round = 0; round < 7; round++) {
            String sku = "A" + round;
            List<Item> first = database.inTransaction(handle -> {
                RoundTrip trip =
                        new RoundTrip(handle).bind("sku", sku).bindArray("units", Integer.class, List.of(3, 4));
                Supplier<List<Item>> none = trip.rows("test/items", Item.class);
                Supplier<Integer> inserted = trip.update("test/insert_items");
                Supplier<List<Item>> both = trip.rows("test/items", Item.class);
                trip.run();
                assertThat(none.get()).isEmpty();
                assertThat(inserted.get()).isEqualTo(2);
                return both.get();
            });
            assertThat(first).containsExactly(new Item(sku, 3), new Item(sku, 4));
        }
    }

    @Test
    void oneThatFailsUndoesThoseBeforeIt() {
        assertThatThrownBy(() -> database.transact(handle -> {
                    RoundTrip trip =
                            new RoundTrip(handle).bind("sku", "A").bindArray("units", Integer.class, List.of(1));
                    trip.update("test/insert_items");
                    trip.update("test/divide_by_zero");
                    trip.run();
                }))
                .isInstanceOf(JdbiException.class)
                .hasMessageContaining("division by zero");
        int left = database.read(h -> h.createQuery("select count(*) from round_trip")
                .mapTo(Integer.class)
                .one());

        assertThat(left).isZero();
    }
}
