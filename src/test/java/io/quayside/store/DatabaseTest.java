package io.quayside.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    @Test
    void aMigratedDatabaseIsEmptyAndItsOwn() {
        try (Database one = TestDatabase.create();
                Database two = TestDatabase.create()) {
            one.transact(h -> h.execute("insert into storefront values ('shop', 'Shop')"));

            assertThat(count(one)).isEqualTo(1);
            assertThat(count(two)).isZero();
        }
    }

    @Test
    void aFailedTransactionLeavesNothing() {
        try (Database database = TestDatabase.create()) {
            assertThatThrownBy(() -> database.transact(h -> {
                        h.execute("insert into storefront values ('shop', 'Shop')");
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(count(database)).isZero();
        }
    }

    @Test
    void arraysOfTextBindByName() {
        try (Database database = TestDatabase.create()) {
            List<String> got = database.read(h -> h.createQuery("select unnest(cast(:codes as text[]))")
                    .bindArray("codes", String.class, List.of("a", "b"))
                    .mapTo(String.class)
                    .list());

            assertThat(got).containsExactly("a", "b");
        }
    }

    @Test
    void transactionsInsideATogetherAreOneAndWhatFailedInsideIsUndone() {
        try (Database database = TestDatabase.create()) {
            assertThatThrownBy(() -> database.together(outer -> {
                        database.transact(h -> h.execute("insert into storefront values ('one', 'One')"));
                        assertThat(count(database)).isEqualTo(1);
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(count(database)).isZero();

            database.together(outer -> {
                database.transact(h -> h.execute("insert into storefront values ('one', 'One')"));
                assertThatThrownBy(() -> database.transact(h -> {
                            h.execute("insert into storefront values ('two', 'Two')");
                            h.execute("insert into storefront values ('one', 'One')");
                        }))
                        .isInstanceOf(RuntimeException.class);
                return null;
            });
            assertThat(count(database)).isEqualTo(1);
        }
    }

    private static int count(Database database) {
        return database.read(h -> h.createQuery("select count(*) from storefront")
                .mapTo(Integer.class)
                .one());
    }
}
