package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Acknowledge;
import io.quayside.mapping.PartnerFile;
import io.quayside.supply.Yard.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stock is stale where the partner has not said it for longer than its file allows. */
class StaleStockTest {
    private final Yard yard = new Yard();
    private final Stock stock = new Stock(yard.database, yard.replanning);

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void aSuppliersInventoryIsStaleOnceItIsOlderThanItsFileAllows() {
        staleAfter(Optional.of(Duration.ofHours(26)));
        yard.count("P", 3);
        yard.document("north", Row.inventory("P", "NORTH", 5, yard.now()));

        yard.pass(Duration.ofHours(26));
        assertThat(stale()).containsExactly("MAIN false", "NORTH false");

        yard.pass(Duration.ofMinutes(1));
        assertThat(stale()).containsExactly("MAIN false", "NORTH true");

        yard.document("north", Row.inventory("P", "NORTH", 5, yard.now()));
        assertThat(stale()).containsExactly("MAIN false", "NORTH false");
    }

    @Test
    void nothingIsStaleWhereTheFileDoesNotSayWhen() {
        staleAfter(Optional.empty());
        yard.document("north", Row.inventory("P", "NORTH", 5, yard.now()));

        yard.pass(Duration.ofDays(300));

        assertThat(stale()).containsExactly("NORTH false");
    }

    @Test
    void aFullInventorySpeaksForWhatItNamesUnchangedAndNotForWhatItLeavesOut() {
        staleAfter(Optional.of(Duration.ofHours(26)));
        yard.document("north", Row.inventory("P", "NORTH", 5, yard.now()));

        yard.pass(Duration.ofHours(27));
        yard.sql("update location set full_as_of = '" + yard.now() + "' where code = 'NORTH'");
        assertThat(stale()).containsExactly("NORTH false");

        yard.sql("update stock set absent = 1");
        assertThat(stale()).containsExactly("NORTH true");
    }

    @Test
    void theLatestInventoryOnceMoreSaysItAgain() {
        staleAfter(Optional.of(Duration.ofHours(26)));
        yard.document("north", Row.inventory("P", "NORTH", 5, yard.now()));
        yard.sql("update location set full_as_of = '" + yard.now() + "' where code = 'NORTH'");
        yard.sql(
                "insert into feed (partner, mapping, kind, document_id) select partner, mapping, 'inventory', id from document");

        yard.pass(Duration.ofHours(27));
        arrives("other bytes", yard.now());
        assertThat(stale()).containsExactly("NORTH true");

        arrives("", yard.now());
        assertThat(stale()).containsExactly("NORTH false");
    }

    private void arrives(String bytes, Instant at) {
        yard.sql(
                "insert into document (partner, mapping, name, sha256, size, received_at, status, ended_at) values ('north',"
                        + " 'test', 'file', '" + bytes + "', 0, '" + at + "', 'duplicate', '" + at + "')");
    }

    private List<String> stale() {
        return stock.view("P").locations().stream()
                .map(at -> at.location() + " " + at.stale())
                .toList();
    }

    private void staleAfter(Optional<Duration> after) {
        new PartnerFiles(yard.database, yard.sweep)
                .load(List.of(new PartnerFile(
                        "north",
                        Optional.empty(),
                        List.of("supplier"),
                        Optional.empty(),
                        Optional.empty(),
                        new PartnerFile.Terms(true, Acknowledge.USUAL, after, Optional.empty(), 0))));
    }
}
