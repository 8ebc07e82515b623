package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.outbox.Events;
import io.quayside.planning.Policy;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.TestDatabase;
import io.quayside.supply.Replanning;
import io.quayside.supply.catalogue.Items;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemCallsTest {
    private final Database database = TestDatabase.create();
    private final TestApi api = TestApi.serving(database, new ItemCalls(new Items(database, replanning())).calls());

    @AfterEach
    void stop() {
        api.close();
        database.close();
    }

    @Test
    void anItemIsStoredInFullAndComesBackAsItWasSaid() {
        partner("north");
        String body = "{\"sku\":\"A/1 b\",\"name\":\"Lamp\",\"status\":\"preorder\",\"release_date\":\"2027-01-01\","
                + "\"gtins\":[\"04012345678901\"],\"aliases\":[\"OLD-A\"],\"backorder\":{\"allowed\":true,\"limit\":5},"
                + "\"safety_stock\":2,\"reorder_point\":3,\"substitutes\":[\"NEVER-SEEN\"],\"suppliers\":[{\"partner\":\"north\","
                + "\"supplier_sku\":\"N-1\",\"pack\":6,\"lead_days\":4,\"dropship\":true,\"rank\":1,"
                + "\"cost\":{\"amount\":\"10.50\",\"currency\":\"EUR\"}}]}";

        Reply stored = api.put("/v1/items/A%2F1%20b", body);

        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.json()).isEqualTo(io.quayside.store.Json.tree(body));
        assertThat(api.get("/v1/items/A%2F1%20b").json()).isEqualTo(stored.json());

        Reply less = api.put("/v1/items/A%2F1%20b", "{\"name\":\"Lamp\"}");

        assertThat(less.text())
                .isEqualTo("{\"sku\":\"A/1 b\",\"name\":\"Lamp\",\"status\":\"active\",\"gtins\":[],\"aliases\":[],"
                        + "\"backorder\":{\"allowed\":true},\"safety_stock\":0,\"substitutes\":[],\"suppliers\":[]}");
    }

    @Test
    void anItemThatChangedIsPlannedAgainBeforeTheCallAnswers() {
        api.put("/v1/items/A", "{\"name\":\"Lamp\"}");
        database.transact(h -> h.execute("insert into location (code, kind) values ('MAIN', 'warehouse')"));
        database.transact(h -> h.execute("insert into stock (sku, location, on_hand) values ('A', 'MAIN', 9)"));

        api.put("/v1/items/A", "{\"name\":\"Lamp\"}");
        assertThat(available()).isZero();

        api.put("/v1/items/A", "{\"name\":\"Lamp\",\"safety_stock\":2}");
        assertThat(available()).isEqualTo(7);
    }

    private int available() {
        return database.read(h ->
                h.createQuery("select available from item").mapTo(Integer.class).one());
    }

    @Test
    void whatAnotherItemHasIsRefused() {
        partner("north");
        api.put(
                "/v1/items/A",
                item(
                        "\"gtins\":[\"1\"],\"aliases\":[\"OLD\"],\"suppliers\":[{\"partner\":\"north\",\"supplier_sku\":\"N\"}]"));

        assertRefused("\"gtins\":[\"2\",\"1\"]", "gtin 1 is that of item A", "/gtins/1");
        assertRefused("\"aliases\":[\"OLD\"]", "alias OLD is that of item A", "/aliases/0");
        assertRefused("\"aliases\":[\"A\"]", "alias A is the SKU of an item", "/aliases/0");
        assertRefused(
                "\"suppliers\":[{\"partner\":\"north\",\"supplier_sku\":\"N\"}]",
                "supplier_sku N of north is that of item A",
                "/suppliers/0/supplier_sku");
        assertRefused(
                "\"suppliers\":[{\"partner\":\"nroth\",\"supplier_sku\":\"M\"}]",
                "there is no partner nroth",
                "/suppliers/0/partner");
        assertThat(api.get("/v1/items/B").status()).isEqualTo(404);
        assertThat(api.put("/v1/items/OLD", item("\"gtins\":[]")).at("/detail"))
                .isEqualTo("SKU OLD is an alias of item A");
    }

    private void assertRefused(String fields, String detail, String pointer) {
        Reply reply = api.put("/v1/items/B", item(fields));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/detail")).isEqualTo(detail);
        assertThat(reply.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void aBulkStoresTheGoodLinesAndNamesTheBadOnes() {
        Reply report = api.postLines(
                "/v1/items",
                "{\"sku\":\"A\",\"name\":\"one\",\"gtins\":[\"1\"]}\r\n"
                        + "\n"
                        + "{\"sku\":\"B\",\"nmae\":\"two\"}\n"
                        + "{\"sku\":\"C\",\"name\":\"three\",\"gtins\":[\"1\"]}\n"
                        + "{\"name\":\"four\"}\n"
                        + "{\"sku\":\"E\",\"name\":\"five\",\"safety_stock\":-1}\n"
                        + "oops\n"
                        + "{\"sku\":\"A\",\"name\":\"one again\",\"gtins\":[\"1\"]}");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().at("/stored").asInt()).isEqualTo(2);
        assertThat(report.json().at("/errors").findValuesAsText("line")).containsExactly("3", "4", "5", "6", "7");
        assertThat(report.json().at("/errors").findValuesAsText("detail").toString())
                .contains("did you mean \"name\"?");
        assertThat(api.get("/v1/items/A").at("/name")).isEqualTo("one again");
        assertThat(api.get("/v1/items").json().at("/items").findValuesAsText("sku"))
                .containsExactly("A");
    }

    @Test
    void whatAnItemGivesUpAnotherOfTheSameBulkMayTake() {
        api.put("/v1/items/A", item("\"gtins\":[\"1\"],\"aliases\":[\"X\"]"));

        Reply report = api.postLines(
                "/v1/items",
                "{\"sku\":\"A\",\"name\":\"a\"}\n{\"sku\":\"B\",\"name\":\"b\",\"gtins\":[\"1\"],\"aliases\":[\"X\"]}");

        assertThat(report.json().at("/stored").asInt()).isEqualTo(2);
        assertThat(api.get("/v1/items/B").at("/aliases/0")).isEqualTo("X");
    }

    @Test
    void aListGoesOnAtItsCursor() {
        api.postLines("/v1/items", items(5));

        Reply first = api.get("/v1/items?limit=3");
        Reply second = api.get("/v1/items?limit=3&cursor=" + first.at("/next"));

        assertThat(first.json().at("/items").findValuesAsText("sku")).containsExactly("S1", "S2", "S3");
        assertThat(second.json().at("/items").findValuesAsText("sku")).containsExactly("S4", "S5");
        assertThat(second.json().get("next").isNull()).isTrue();
        assertThat(api.get("/v1/items?limit=501").status()).isEqualTo(400);
        assertThat(api.get("/v1/items?limit=x").status()).isEqualTo(400);
        assertThat(api.get("/v1/items?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void aFullBatchOfItemsIsStored() {
        String lines = items(2_000);

        Reply report = api.postLines("/v1/items", lines);

        assertThat(report.json().at("/stored").asInt()).isEqualTo(2_000);
    }

    private static String items(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{\"sku\":\"S" + i + "\",\"name\":\"Item " + i + "\",\"gtins\":[\"" + i + "\"]}")
                .collect(Collectors.joining("\n"));
    }

    private static String item(String fields) {
        return "{\"name\":\"Lamp\"," + fields + "}";
    }

    private void partner(String code) {
        database.transact(h -> h.execute("insert into partner (code, name) values (?, ?)", code, code));
    }

    private static Replanning replanning() {
        return new Replanning(
                Policy.DEFAULT, InstantSource.system(), ZoneOffset.UTC, new Events(new Doorbell()), new Doorbell());
    }
}
