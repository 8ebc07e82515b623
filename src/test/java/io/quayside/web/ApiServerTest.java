package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiServerTest {
    private static Database database;
    private static TestApi api;

    @BeforeAll
    static void serve() {
        database = TestDatabase.create();
        api = TestApi.serving(database, new KeyCalls(new ApiKeys(database)).calls());
    }

    @AfterAll
    static void stop() {
        api.close();
        database.close();
    }

    @Test
    void aKeyIsShownOnceAndWorksUntilItIsRevoked() {
        Reply made = api.post("/v1/keys", "{\"scope\":\"admin\",\"name\":\"second\"}");
        TestApi second = api.as(made.at("/key"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(second.post("/v1/keys", "{\"scope\":\"read\",\"name\":\"third\"}")
                        .status())
                .isEqualTo(201);

        assertThat(api.delete("/v1/keys/" + made.at("/id")).status()).isEqualTo(204);
        assertThat(second.post("/v1/keys", "{\"scope\":\"read\",\"name\":\"fourth\"}")
                        .status())
                .isEqualTo(401);
        assertThat(api.delete("/v1/keys/" + made.at("/id")).status()).isEqualTo(404);
    }

    @Test
    void everythingWrongInABodyIsNamedAtOnceWithItsPointer() {
        Reply reply = api.post("/v1/keys", "{\"scoope\":\"admin\",\"name\":7}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.json().at("/errors")).hasSize(3);
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/scoope");
        assertThat(reply.at("/errors/0/detail")).isEqualTo("unknown field; did you mean \"scope\"?");
        assertThat(reply.at("/errors/1/pointer")).isEqualTo("/scope");
        assertThat(reply.at("/errors/2/pointer")).isEqualTo("/name");
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsReason() {
        assertThat(api.post("/v1/keys", "{\"scope\":").at("/detail")).startsWith("not JSON");
        assertThat(api.post("/v1/keys", "[]").at("/detail")).isEqualTo("write a JSON object: {…}");
        assertThat(api.post("/v1/keys", "{} {}").at("/detail")).startsWith("not JSON");
        assertThat(api.call("POST", "/v1/keys", "a=b", "Content-Type", "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(415);
        assertThat(api.post("/v1/keys?dry=1", "{}").at("/detail"))
                .startsWith("this call has no query parameter \"dry\"");
        assertThat(api.delete("/v1/keys/%00").status()).isEqualTo(400);
        assertThat(api.post("/v1/keys", "\"" + "x".repeat(5 << 20) + "\"").status())
                .isEqualTo(413);
    }

    @Test
    void aPathThatIsNotThereAndAMethodThatItDoesNotHaveAreToldApart() {
        assertThat(api.get("/v1/nothing").status()).isEqualTo(404);

        Reply wrong = api.get("/v1/keys");

        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void aCallNeedsAKeyThatMayMakeIt() {
        Reply none = api.as("qk_wrong").delete("/v1/keys/1");

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(api.scoped(database, "read").delete("/v1/keys/1").status()).isEqualTo(403);
    }

    @Test
    void theDescriptionIsServedWithoutAKey() throws Exception {
        byte[] served =
                URI.create(api.url() + "/openapi.yaml").toURL().openStream().readAllBytes();

        assertThat(new String(served, java.nio.charset.StandardCharsets.UTF_8)).startsWith("openapi: 3");
    }

    @Test
    void aTakenPortFailsTheStart() {
        Vertx vertx = Vertx.vertx();
        try (ApiServer second = TestApi.server(vertx, database, List.of())) {
            int taken = URI.create(api.url()).getPort();

            assertThatThrownBy(() -> second.start("127.0.0.1", taken))
                    .hasMessageContaining("cannot open HTTP port " + taken);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void aCallThatIsNotDescribedDoesNotStart() {
        Call secret = new Call("GET", "/v1/secret", List.of(), request -> Answer.none());

        assertThatThrownBy(() -> TestApi.serving(database, List.of(secret)))
                .hasMessage("openapi.yaml does not describe GET /v1/secret; describe it there");
    }
}
