package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Feed;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StagingTest {
    private final Feeds feeds = new Feeds();

    @AfterEach
    void close() {
        feeds.close();
    }

    @Test
    void anInventoryMovesStockToWhatItSays() {
        feeds.items(2);

        long id = feeds.drop("inventory,A1,5", "inventory,A2,0");
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 5");
        assertThat(feeds.stock("A2")).isEqualTo("ACME 0");
        assertThat(feeds.text("select rows || ' ' || changes || ' ' || chunks_done from document where id = " + id))
                .isEqualTo("2 2 1");
    }

    @Test
    void onlyWhatDiffersIsWritten() {
        feeds.items(3);
        feeds.drop("inventory,A1,5", "inventory,A2,6", "inventory,A3,7");
        feeds.work();

        long second = feeds.drop("inventory,A1,5", "inventory,A2,66", "inventory,A3,7");
        feeds.work();

        assertThat(feeds.list(
                        "select sku || ' ' || before || ' ' || quantity from change where document_id = " + second))
                .containsExactly("A2 6 66");
    }

    @Test
    void aSkuMayBeThePartnersOwnAGtinAnAliasOrOurs() {
        feeds.items(4);
        feeds.database.transact(h -> {
            h.execute("insert into item_supplier (sku, partner, supplier_sku) values ('A1', 'acme', 'A2')");
            h.execute("insert into item_gtin values ('4006381333931', 'A2')");
            h.execute("insert into item_alias values ('OLD-3', 'A3')");
        });

        feeds.drop("inventory,A2,1", "inventory,4006381333931,2", "inventory,OLD-3,3", "inventory,A4,4");
        feeds.work();

        assertThat(feeds.list("select sku || ' ' || on_hand from stock order by sku"))
                .containsExactly("A1 1", "A2 2", "A3 3", "A4 4");
    }

    @Test
    void anUnknownSkuIsHeldAndTheRestApplied() {
        feeds.items(30);

        long id = feeds.drop(IntStream.rangeClosed(1, 31)
                .mapToObj(i -> "inventory,A" + i + ",1")
                .toArray(String[]::new));
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(feeds.problems(id)).containsExactly("unknown_sku at line 31: A31");
        assertThat(feeds.text("select count(*)::text from stock")).isEqualTo("30");
    }

    @Test
    void aBadLineIsHeldAndTheRestApplied() {
        feeds.items(3);

        long id = feeds.drop("inventory,A1,1O2", "inventory,A2,2", "inventory,A3,3");
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(feeds.problems(id)).containsExactly("bad_number at line 1 column quantity: 1O2");
        assertThat(feeds.stock("A1")).isEqualTo("none");
        assertThat(feeds.stock("A2")).isEqualTo("ACME 2");
    }

    @Test
    void tooManyBadLinesRejectTheDocument() {
        feeds.items(3);

        long id = feeds.drop("inventory,A1,x", "inventory,A2,x", "inventory,A3,3");
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("rejected");
        assertThat(feeds.reason(id)).startsWith("errors.max_bad_pct");
        assertThat(feeds.stock("A3")).isEqualTo("none");
        assertThat(feeds.list("select type || ' ' || (data ->> 'document') from event"))
                .containsExactly("document.rejected " + id);
    }

    @Test
    void anIncompleteFileAppliesNothing() {
        feeds.items(2);

        long id = feeds.keep(Drop.pushed("acme", "acme/inventory", "cut.csv"), "inventory,A1,5\ninventory,A2,1");
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("rejected");
        assertThat(feeds.problems(id)).containsExactly("incomplete at end");
        assertThat(feeds.stock("A1")).isEqualTo("none");
    }

    @Test
    void anUnknownPartnerOrMappingIsKeptAndRejectedAndCanBeReplayed() {
        feeds.items(1);

        long stranger = feeds.dropAs("zenith", "acme/inventory", "inventory,A1,1");
        long unmapped = feeds.dropAs("acme", "acme/inventori", "inventory,A1,1");
        feeds.work();

        assertThat(feeds.status(stranger)).isEqualTo("rejected");
        assertThat(feeds.problems(stranger)).containsExactly("unknown_partner at document: zenith");
        assertThat(feeds.status(unmapped)).isEqualTo("rejected");
        assertThat(feeds.problems(unmapped)).containsExactly("unknown_code at document: acme/inventori");
    }

    @Test
    void aBadNameIsKeptAndRejected() {
        feeds.items(1);

        long id = feeds.keep(Drop.pushed("acme", "acme/inventory", "../x"), "inventory,A1,5\n");
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("rejected");
        assertThat(feeds.problems(id)).containsExactly("bad_name at file name: ../x");
        assertThat(feeds.text("select problems::text from document where direction = 'in'"))
                .isEqualTo("1");
    }

    @Test
    void aLocationThatIsNotThePartnersIsHeld() {
        feeds.items(2);

        long id = feeds.drop("inventory,A1,5,MAIN", "inventory,A2,6,ACME");
        feeds.work();

        assertThat(feeds.problems(id)).containsExactly("unknown_partner at line 1: MAIN");
        assertThat(feeds.stock("A1")).isEqualTo("none");
        assertThat(feeds.stock("A2")).isEqualTo("ACME 6");
    }

    @Test
    void twoLinesOfOneSkuThatDisagreeAreHeldAlsoWhereOneSaysWhatWeKnow() {
        feeds.items(3);
        feeds.drop("inventory,A1,5", "inventory,A2,2", "inventory,A3,3");
        feeds.work();

        long id = feeds.drop("inventory,A1,5", "inventory,A1,7", "inventory,A2,4", "inventory,A2,4", "inventory,A3,3");
        feeds.database.transact(h -> h.execute("update feed set rows = 5"));
        feeds.work();

        assertThat(feeds.problems(id)).containsExactly("duplicate_line at line 2: A1");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 5");
        assertThat(feeds.stock("A2")).isEqualTo("ACME 4");
    }

    @Test
    void twoLinesThatDisagreeOnlyInWhatIsToComeAreHeld() {
        feeds.items(2);

        long id = feeds.drop(
                "inventory,A1,5,ACME,240,2026-12-01", "inventory,A1,5,ACME,100,2026-12-15", "inventory,A2,1");
        feeds.work();

        assertThat(feeds.problems(id)).containsExactly("duplicate_line at line 1: A1", "duplicate_line at line 2: A1");
        assertThat(feeds.stock("A2")).isEqualTo("ACME 1");
    }

    @Test
    void aMomentThatHasNotComeYetIsRefusedAndTheFeedGoesOn() {
        feeds.items(1);

        long ahead = feeds.drop("message,inventory,1,full,2062-01-01T00:00:00Z", "inventory,A1,5");
        long next = feeds.drop("inventory,A1,6");
        feeds.work();

        assertThat(feeds.status(ahead)).isEqualTo("rejected");
        assertThat(feeds.problems(ahead)).containsExactly("bad_date at message 1: 2062-01-01T00:00:00Z");
        assertThat(feeds.status(next)).isEqualTo("applied");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 6");
    }

    @Test
    void oneSkuUnderTwoNamesIsOneSku() {
        feeds.items(2);
        feeds.drop("inventory,A1,5", "inventory,A2,2");
        feeds.work();
        feeds.database.transact(
                h -> h.execute("insert into item_supplier (sku, partner, supplier_sku) values ('A1', 'acme', 'X-1')"));

        long id = feeds.drop("inventory,X-1,7", "inventory,A1,5");
        feeds.work();

        assertThat(feeds.problems(id)).containsExactly("duplicate_line at line 1: A1");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 5");
    }

    @Test
    void aCountThatAgreesWithStockIsPassedOnWhereUnitsMovedAfterIt() {
        feeds.items(2);
        feeds.mappings.put("wms/counts", SmallCsv.named("wms/counts"));
        feeds.dropAs(
                "wms",
                "wms/counts",
                "message,inventory,,full,2026-09-14T10:00:00Z",
                "inventory,A1,5",
                "inventory,A2,5");
        feeds.work();
        feeds.database.transact(h -> h.execute("insert into movement (sku, location, quantity, kind, effective_at)"
                + " values ('A1', 'MAIN', -1, 'shipment', '2026-09-14T12:00:00Z')"));

        long id = feeds.dropAs(
                "wms",
                "wms/counts",
                "message,inventory,,full,2026-09-14T11:00:00Z",
                "inventory,A1,5",
                "inventory,A2,5");
        feeds.work();

        assertThat(feeds.list("select sku from change where document_id = " + id))
                .containsExactly("A1");
    }

    @Test
    void aDeltaTouchesOnlyWhatItNames() {
        feeds.items(3);
        feeds.drop("inventory,A1,1", "inventory,A2,2", "inventory,A3,3");
        feeds.work();

        feeds.drop("message,inventory,,delta,", "inventory,A1,9");
        feeds.work();

        assertThat(feeds.list("select sku || ' ' || on_hand || ' ' || absent from stock order by sku"))
                .containsExactly("A1 9 0", "A2 2 0", "A3 3 0");
    }

    @Test
    void theNewestMessageOfADocumentCounts() {
        feeds.items(1);

        feeds.drop(
                "message,inventory,1,full,2026-09-14T12:00:00Z",
                "inventory,A1,7",
                "message,inventory,2,full,2026-09-14T11:00:00Z",
                "inventory,A1,5");
        feeds.work();

        assertThat(feeds.stock("A1")).isEqualTo("ACME 7");
    }

    @Test
    void anOlderStatementChangesNothing() {
        feeds.items(1);
        feeds.drop("message,inventory,,full,2026-09-14T12:00:00Z", "inventory,A1,7");
        feeds.work();

        long older = feeds.drop("message,inventory,,full,2026-09-14T11:59:59Z", "inventory,A1,5");
        long correction = feeds.drop("message,inventory,,full,2026-09-14T12:00:00Z", "inventory,A1,6");
        feeds.work();

        assertThat(feeds.status(older)).isEqualTo("ignored");
        assertThat(feeds.status(correction)).isEqualTo("applied");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 6");
    }

    @Test
    void whatAFullFeedNoLongerNamesFallsToZeroAfterAsManyFeedsAsTheMappingSays() {
        feeds.items(10);
        feeds.mappings.put("acme/inventory", SmallCsv.named("acme/inventory").with(new Feed(Feed.Absent.ZERO, 2, 50)));
        String[] ten = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> "inventory,A" + i + ",1")
                .toArray(String[]::new);
        String[] nine = java.util.Arrays.copyOf(ten, 9);
        feeds.drop(ten);
        feeds.drop(nine);
        feeds.work();
        assertThat(feeds.stock("A10")).isEqualTo("ACME 1");

        nine[0] = "inventory,A1,2";
        feeds.drop(nine);
        feeds.work();

        assertThat(feeds.stock("A10")).isEqualTo("ACME 0");
        assertThat(feeds.stock("A9")).isEqualTo("ACME 1");
    }

    @Test
    void aSkuWhoseLineIsHeldIsNotAbsent() {
        feeds.items(5);
        feeds.mappings.put("acme/inventory", SmallCsv.named("acme/inventory").with(new Feed(Feed.Absent.ZERO, 1, 50)));
        feeds.drop("inventory,A1,1", "inventory,A2,1", "inventory,A3,1", "inventory,A4,1", "inventory,A5,1");
        feeds.work();

        long id = feeds.drop("inventory,A1,?", "inventory,A2,2", "inventory,A3,1", "inventory,A4,1");
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 1");
        assertThat(feeds.stock("A5")).isEqualTo("ACME 0");
    }

    @Test
    void incomingUnitsThatAreKnownAlreadyAreNoChange() {
        feeds.items(1);
        feeds.drop("inventory,A1,1,,240,2026-12-01");
        feeds.work();
        feeds.database.transact(
                h -> h.execute("insert into inbound (sku, location, ref, partner, source, quantity, eta, news_at)"
                        + " values ('A1', 'ACME', 'acme/2026-12-01', 'acme', 'incoming', 240, '2026-12-01', now())"));

        long same = feeds.drop("inventory,A1,1,ACME,240,2026-12-01");
        long other = feeds.drop("inventory,A1,1,ACME,241,2026-12-01");
        feeds.work();

        assertThat(feeds.text("select changes::text from document where id = " + same))
                .isEqualTo("0");
        assertThat(feeds.status(same)).isEqualTo("applied");
        assertThat(feeds.text("select record::text from change where document_id = " + other))
                .isEqualTo("{\"incoming\": [{\"eta\": \"2026-12-01\", \"quantity\": 241}]}");
    }
}
