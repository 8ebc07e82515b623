package io.quayside.supply;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Acknowledge;
import io.quayside.mapping.PartnerFile;
import io.quayside.supply.Yard.Row;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartnerFilesTest {
    private final Yard yard = new Yard();
    private final PartnerFiles files = new PartnerFiles(yard.database, yard.sweep);

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void aPartnerFileMakesThePartnerAndItsLocation() {
        files.load(List.of(partner("Northwind", 2)));

        assertThat(row("select name || ' ' || kinds[1] from partner where code = 'northwind'"))
                .isEqualTo("Northwind supplier");
        assertThat(row("select kind || ' ' || handling_days || ' ' || zone || ' ' || working_days[2] || ' ' || cutoff"
                        + " from location where code = 'NW'"))
                .isEqualTo("supplier 2 Europe/Berlin tue 14:00:00");
    }

    @Test
    void aChangedFileChangesThemAndTwiceTheSameChangesNothing() {
        files.load(List.of(partner("Northwind", 2)));
        files.load(List.of(partner("Northwind & Sons", 3)));
        String version = row("select xmin from partner where code = 'northwind'");

        files.load(List.of(partner("Northwind & Sons", 3)));

        assertThat(row("select name from partner where code = 'northwind'")).isEqualTo("Northwind & Sons");
        assertThat(row("select handling_days from location where code = 'NW'")).isEqualTo("3");
        assertThat(row("select xmin from partner where code = 'northwind'")).isEqualTo(version);
    }

    @Test
    void aFileThatIsGoneHoldsNothingAnyMore() {
        files.load(List.of(partner("Northwind", 2)));

        files.load(List.of());

        assertThat(row("select name || (file is null) from partner where code = 'northwind'"))
                .isEqualTo("Northwindtrue");
    }

    @Test
    void whatLiesOrIsExpectedAtALocationIsPlannedAgainOnlyWhereItChanged() {
        files.load(List.of(partner("Northwind", 2)));
        yard.document(
                "northwind",
                Row.inventory("P", "NW", 5, yard.now()),
                new Row("inbound", "Q", "NW", 5, yard.now(), "{\"ref\":\"REF\",\"eta\":\"2026-03-09\"}", 1));
        yard.item("R");
        yard.count("R", 3);

        files.load(List.of(partner("Northwind & Sons", 2)));
        assertThat(yard.strings("select sku from replan")).isEmpty();

        files.load(List.of(partner("Northwind & Sons", 3)));
        assertThat(yard.strings("select sku from replan order by sku")).containsExactly("P", "Q");
        assertThat(yard.strings("select distinct trigger ->> 'position' from replan"))
                .containsExactly("location NW");
    }

    @Test
    void whatAFileSaysOfDropshipAndOfTransitIsKept() {
        PartnerFile.Dropship dropship = new PartnerFile.Dropship(
                Optional.of(LocalTime.of(16, 0)), Optional.of(Duration.ofHours(24)), PartnerFile.Books.ON_ACK);
        files.load(List.of(partner(
                "Northwind",
                2,
                new PartnerFile.Terms(true, Acknowledge.USUAL, Optional.empty(), Optional.of(dropship), 3))));

        assertThat(
                        row(
                                "select string_agg(file #>> path, ' ') from partner, (values ('{dropship,cutoff}'::text[]),"
                                        + " ('{dropship,ack_within}'), ('{dropship,books}'), ('{transit_days}')) as said (path) where code = 'northwind'"))
                .isEqualTo("16:00 PT24H on_ack 3");
    }

    private static PartnerFile partner(String name, int handlingDays) {
        return partner(name, handlingDays, PartnerFile.Terms.USUAL);
    }

    private static PartnerFile partner(String name, int handlingDays, PartnerFile.Terms terms) {
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
                terms);
    }

    private String row(String sql) {
        return yard.database.read(h -> h.createQuery(sql).mapTo(String.class).one());
    }
}
