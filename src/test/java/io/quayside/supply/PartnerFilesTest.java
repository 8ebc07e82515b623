package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.PartnerFile;
import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartnerFilesTest {
    private final Database database = TestDatabase.create();
    private final PartnerFiles files = new PartnerFiles(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPartnerFileMakesThePartnerAndItsLocation() {
        files.load(List.of(partner("Northwind", 2)));

        assertThat(row("select name || ' ' || kinds[1] from partner")).isEqualTo("Northwind supplier");
        assertThat(row("select kind || ' ' || handling_days || ' ' || zone || ' ' || working_days[2] || ' ' || cutoff"
                        + " from location where code = 'NW'"))
                .isEqualTo("supplier 2 Europe/Berlin tue 14:00:00");
    }

    @Test
    void aChangedFileChangesThemAndTwiceTheSameChangesNothing() {
        files.load(List.of(partner("Northwind", 2)));
        files.load(List.of(partner("Northwind & Sons", 3)));
        String version = row("select xmin from partner");

        files.load(List.of(partner("Northwind & Sons", 3)));

        assertThat(row("select name from partner")).isEqualTo("Northwind & Sons");
        assertThat(row("select handling_days from location")).isEqualTo("3");
        assertThat(row("select xmin from partner")).isEqualTo(version);
    }

    @Test
    void aFileThatIsGoneHoldsNothingAnyMore() {
        files.load(List.of(partner("Northwind", 2)));

        files.load(List.of());

        assertThat(row("select name || (file is null) from partner")).isEqualTo("Northwindtrue");
    }

    private static PartnerFile partner(String name, int handlingDays) {
        return new PartnerFile(
                "northwind",
                Optional.of(name),
                List.of("supplier"),
                Optional.of(new PartnerFile.Location(
                        "NW",
                        handlingDays,
                        10,
                        Optional.of("Europe/Berlin"),
                        List.of("mon", "tue"),
                        Optional.of("14:00"))),
                Optional.empty(),
                true,
                true);
    }

    private String row(String sql) {
        return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
    }
}
