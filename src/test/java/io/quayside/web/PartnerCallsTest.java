package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.PartnerFile;
import io.quayside.outbox.Events;
import io.quayside.planning.Policy;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Password;
import io.quayside.store.TestDatabase;
import io.quayside.supply.PartnerFiles;
import io.quayside.supply.Replanning;
import io.quayside.supply.Sweep;
import io.quayside.supply.catalogue.Locations;
import io.quayside.supply.catalogue.Partners;
import io.quayside.supply.catalogue.Storefronts;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Partners, their locations, and storefronts. */
class PartnerCallsTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHqUgVQb1cZ2yC4o0mBDsbOyjvPvh4SScwQmKzA8h1Pl anna@north";

    private final Database database = TestDatabase.create();
    private final Sweep sweep = new Sweep(
            database,
            new Replanning(
                    Policy.DEFAULT, InstantSource.system(), ZoneOffset.UTC, new Events(new Doorbell()), new Doorbell()),
            new Doorbell());
    private final TestApi api = TestApi.serving(database, calls());

    @AfterEach
    void stop() {
        api.close();
        database.close();
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>(new PartnerCalls(new Partners(database)).calls());
        calls.addAll(new LocationCalls(new Locations(database, sweep)).calls());
        calls.addAll(new StorefrontCalls(new Storefronts(database)).calls());
        return calls;
    }

    @Test
    void aPartnerKeepsItsLoginUntilAnotherIsGiven() {
        Reply made = api.put(
                "/v1/partners/north",
                "{\"name\":\"North\",\"kinds\":[\"supplier\",\"dropship\"],\"sftp\":{\"public_keys\":[\"" + KEY
                        + "\"],\"password\":\"correct horse\"}}");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/sftp/public_keys/0")).isEqualTo(KEY);
        assertThat(made.at("/sftp/password_set")).isEqualTo("true");
        assertThat(made.text()).doesNotContain("horse");
        assertThat(Password.matches("correct horse", text("select password_hash from partner")))
                .isTrue();

        Reply renamed = api.put("/v1/partners/north", "{\"name\":\"Northwind\",\"kinds\":[]}");

        assertThat(renamed.at("/name")).isEqualTo("Northwind");
        assertThat(renamed.at("/sftp/public_keys/0")).isEqualTo(KEY);
        assertThat(renamed.at("/sftp/password_set")).isEqualTo("true");
        assertThat(api.get("/v1/partners").json().at("/items/0")).isEqualTo(renamed.json());
    }

    @Test
    void whatCouldNotLogInIsRefused() {
        Reply reply = api.put(
                "/v1/partners/north",
                "{\"name\":\"North\",\"kinds\":[\"suplier\"],\"sftp\":{\"public_keys\":[\"ssh-dss AAAA\"]}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/kinds/0");
        assertThat(reply.at("/errors/0/detail")).contains("did you mean \"supplier\"?");

        Reply key = api.put(
                "/v1/partners/north",
                "{\"name\":\"North\",\"kinds\":[],\"sftp\":{\"public_keys\":[\"" + KEY + "\",\"" + KEY.substring(0, 50)
                        + "\",\"ssh-rsa " + KEY.split(" ")[1] + "\"]}}");

        assertThat(key.json().at("/errors").findValuesAsText("pointer")).containsExactly("/sftp/public_keys/2");
        assertThat(api.put("/v1/partners/..%2Fup", "{\"name\":\"North\",\"kinds\":[]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatAPartnersFileSaysIsChangedThere() {
        new PartnerFiles(database, sweep)
                .load(List.of(new PartnerFile(
                        "north",
                        Optional.of("North"),
                        List.of("supplier"),
                        Optional.of(
                                new PartnerFile.Location("NW", 2, 10, Optional.empty(), List.of(), Optional.empty())),
                        Optional.empty(),
                        PartnerFile.Terms.USUAL)));

        Reply other = api.put("/v1/partners/north", "{\"name\":\"South\",\"kinds\":[\"supplier\"]}");
        Reply same = api.put("/v1/partners/north", "{\"name\":\"North\",\"kinds\":[\"supplier\"],\"sftp\":{}}");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/errors/0/pointer")).isEqualTo("/name");
        assertThat(other.at("/detail")).isEqualTo("mappings/north/partner.yaml says name: \"North\"; change it there");
        assertThat(api.put("/v1/partners/north", "{\"name\":\"North\",\"kinds\":[]}")
                        .status())
                .isEqualTo(409);
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.json().at("/from_file").toString()).isEqualTo("[\"kinds\",\"location\",\"name\"]");

        String location = "{\"kind\":\"supplier\",\"partner\":\"north\",\"handling_days\":%d,\"rank\":10}";
        assertThat(api.put("/v1/locations/NW", location.formatted(3)).status()).isEqualTo(409);
        assertThat(api.put("/v1/locations/NW", location.formatted(2)).status()).isEqualTo(200);
    }

    @Test
    void aLocationIsStoredAndComesBackAsItWasSaid() {
        Reply made = api.put(
                "/v1/locations/MAIN",
                "{\"kind\":\"warehouse\",\"handling_days\":1,\"rank\":10,\"zone\":\"Europe/Berlin\","
                        + "\"working_days\":[\"fri\",\"mon\"],\"cutoff\":\"15:30\"}");

        assertThat(made.text())
                .isEqualTo("{\"code\":\"MAIN\",\"kind\":\"warehouse\",\"handling_days\":1,\"rank\":10,"
                        + "\"zone\":\"Europe/Berlin\",\"working_days\":[\"mon\",\"fri\"],\"cutoff\":\"15:30\"}");
        assertThat(api.put("/v1/locations/MAIN", "{\"kind\":\"warehouse\",\"handling_days\":0,\"rank\":10}")
                        .text())
                .isEqualTo(
                        "{\"code\":\"MAIN\",\"kind\":\"warehouse\",\"handling_days\":0,\"rank\":10,\"zone\":\"UTC\"}");
    }

    @Test
    void aLocationThatCannotBeIsRefused() {
        Reply reply = api.put(
                "/v1/locations/N",
                "{\"kind\":\"supplier\",\"handling_days\":-1,\"rank\":10,\"zone\":\"Mars\",\"working_days\":[]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors").findValuesAsText("pointer"))
                .containsExactly("/handling_days", "/partner", "/zone", "/working_days");
        assertThat(api.put(
                                "/v1/locations/N",
                                "{\"kind\":\"supplier\",\"partner\":\"x\",\"handling_days\":0,\"rank\":1}")
                        .status())
                .isEqualTo(409);
        assertThat(api.get("/v1/locations/N").status()).isEqualTo(404);
    }

    @Test
    void aChangedLocationMarksWhatLiesThereToBePlannedAgain() {
        String location = "{\"kind\":\"warehouse\",\"handling_days\":0,\"rank\":%d}";
        api.put("/v1/locations/MAIN", location.formatted(1));
        database.transact(h -> h.execute("insert into item (sku, name) values ('A', 'a'), ('B', 'b')"));
        database.transact(h -> h.execute("insert into stock (sku, location, on_hand) values ('A', 'MAIN', 1)"));

        api.put("/v1/locations/MAIN", location.formatted(1));
        assertThat(text("select count(*) from replan")).isEqualTo("0");

        api.put("/v1/locations/MAIN", location.formatted(2));
        assertThat(text("select string_agg(sku, ' ') from replan")).isEqualTo("A");
    }

    @Test
    void aStorefrontsKeySeesOnlyItsOwn() {
        assertThat(api.put("/v1/storefronts/shop", "{\"name\":\"Shop\"}").text())
                .isEqualTo("{\"code\":\"shop\",\"name\":\"Shop\"}");
        TestApi other = api.scoped(database, "storefront:other");

        assertThat(api.scoped(database, "storefront:shop")
                        .get("/v1/storefronts/shop")
                        .status())
                .isEqualTo(200);
        assertThat(other.get("/v1/storefronts/shop").status()).isEqualTo(403);
        assertThat(other.put("/v1/storefronts/other", "{\"name\":\"Other\"}").status())
                .isEqualTo(403);
        assertThat(api.get("/v1/storefronts").json().at("/items")).hasSize(1);
    }

    private String text(String sql) {
        return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
    }
}
