package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.outbox.OutDocuments;
import io.quayside.web.DocumentCalls;
import io.quayside.web.Reply;
import io.quayside.web.TestApi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentCallsTest {
    private final Feeds feeds = new Feeds();
    private final TestApi api =
            TestApi.serving(feeds.database, new DocumentCalls(feeds.inbox.keeping(), feeds.documents).calls());

    @AfterEach
    void close() {
        api.close();
        feeds.close();
    }

    @Test
    void bytesThatArePostedAreKeptAppliedAndComeOutAgain() {
        feeds.items(2);

        Reply posted = post("inventory,A1,5\ninventory,A2,x\n");
        feeds.work();

        assertThat(posted.status()).isEqualTo(202);
        String id = posted.json().get("id").asText();
        Reply document = api.get("/v1/documents/" + id);
        assertThat(document.json().get("status").asText()).isEqualTo("applied");
        assertThat(document.json().at("/problems/0/problem").asText()).isEqualTo("bad_number");
        assertThat(document.json().at("/told/stock_changes").asInt()).isEqualTo(1);
        assertThat(document.json().at("/progress/chunks_done").asInt()).isEqualTo(1);
        assertThat(api.get("/v1/documents/" + id + "/content").text()).isEqualTo("inventory,A1,5\ninventory,A2,x\n");
    }

    @Test
    void aHeldDocumentShowsWhatItWouldChangeUntilAPersonAcceptsIt() {
        String id = held();

        Reply preview = api.get("/v1/documents/" + id + "/preview?limit=1");
        assertThat(preview.json().at("/items/0/before").asInt()).isEqualTo(1);
        assertThat(preview.json().at("/items/0/quantity").asInt()).isZero();
        String cursor = preview.json().get("next").asText();
        assertThat(api.get("/v1/documents/" + id + "/preview?cursor=" + cursor)
                        .json()
                        .at("/items/0/sku")
                        .asText())
                .isEqualTo("A2");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 1");

        Reply accepted = api.post("/v1/documents/" + id + "/accept", null);
        assertThat(accepted.json().get("status").asText()).isEqualTo("kept");
        feeds.work();

        assertThat(feeds.stock("A1")).isEqualTo("ACME 0");
        assertThat(api.post("/v1/documents/" + id + "/accept", null).status()).isEqualTo(409);
    }

    @Test
    void aChangedMappingIsAskedAgainAlthoughAPersonAccepted() {
        String id = held();
        feeds.mappings.put(
                "acme/inventory",
                new SmallCsv("acme/inventory", io.quayside.mapping.Guards.DEFAULT, SmallCsv.KEEP, (byte) 2));

        api.post("/v1/documents/" + id + "/accept", null);
        feeds.work();

        assertThat(feeds.status(Long.parseLong(id))).isEqualTo("held");
    }

    @Test
    void aHeldDocumentThatIsRejectedChangesNothingAndIsTold() {
        String id = held();

        Reply rejected = api.post("/v1/documents/" + id + "/reject", null);
        feeds.work();

        assertThat(rejected.json().get("status").asText()).isEqualTo("rejected");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 1");
        assertThat(feeds.list("select type from event order by id"))
                .containsExactly("document.held", "document.rejected");
    }

    @Test
    void aRejectedDocumentCanBeReplayedWhenItsMappingIsMended() {
        feeds.items(1);
        feeds.mappings.remove("acme/inventory");
        String id = post("inventory,A1,5\n").json().get("id").asText();
        feeds.work();
        assertThat(feeds.status(Long.parseLong(id))).isEqualTo("rejected");

        feeds.mappings.put("acme/inventory", SmallCsv.named("acme/inventory"));
        Reply replayed = api.post("/v1/documents/" + id + "/replay", null);
        feeds.work();

        assertThat(replayed.json().get("status").asText()).isEqualTo("kept");
        assertThat(feeds.status(Long.parseLong(id))).isEqualTo("applied");
        assertThat(feeds.problems(Long.parseLong(id))).isEmpty();
        assertThat(feeds.stock("A1")).isEqualTo("ACME 5");
    }

    @Test
    void aReportIsSentAgainWhereThereIsOne() {
        feeds.items(2);
        String clean = post("inventory,A1,5\n").json().get("id").asText();
        String troubled =
                post("inventory,A1,5\ninventory,A2,x\n").json().get("id").asText();
        feeds.work();
        feeds.database.transact(
                h -> h.execute("update document set status = 'sent', sent_at = now() where direction = 'out'"));
        String report =
                api.get("/v1/documents/" + troubled).json().get("answered_by").asText();

        assertThat(api.post("/v1/documents/" + clean + "/resend", null).status())
                .isEqualTo(409);
        assertThat(api.post("/v1/documents/" + troubled + "/resend", null).status())
                .isEqualTo(200);
        assertThat(api.get("/v1/documents/" + report).json().get("status").asText())
                .isEqualTo("kept");
        assertThat(api.get("/v1/documents/" + report).json().get("answers").asText())
                .isEqualTo(troubled);
    }

    @Test
    void whatWeSendIsADocumentTooWithItsBytes() {
        String id = out("hello");

        Reply document = api.get("/v1/documents/" + id);
        assertThat(document.json().get("direction").asText()).isEqualTo("out");
        assertThat(document.json().get("kind").asText()).isEqualTo("purchase-order");
        assertThat(document.json().get("controls").get(0).asText()).isEqualTo("000000017");
        assertThat(api.get("/v1/documents/" + id + "/content").text()).isEqualTo("hello");
        assertThat(api.get("/v1/documents?direction=out").json().get("items").findValuesAsText("id"))
                .containsExactly(id);
        feeds.work();
        assertThat(feeds.status(Long.parseLong(id))).isEqualTo("kept");
    }

    @Test
    void whatWeSendIsNeitherAcceptedNorReplayed() {
        String id = out("hello");

        for (String action : new String[] {"accept", "replay"}) {
            Reply refused = api.post("/v1/documents/" + id + "/" + action, null);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("detail").asText()).contains("ours to send");
        }
    }

    @Test
    void whatWeSendGoesAgainUnderTheSameNumberUntilAPersonSaysNever() {
        String id = out("hello");
        feeds.database.transact(h -> h.execute("update document set status = 'sent', sent_at = now(), attempts = 3"));

        Reply again = api.post("/v1/documents/" + id + "/resend", null);
        assertThat(again.json().get("status").asText()).isEqualTo("kept");
        assertThat(again.json().get("attempts").asInt()).isZero();
        assertThat(again.json().get("controls").get(0).asText()).isEqualTo("000000017");

        Reply never = api.post("/v1/documents/" + id + "/reject", null);
        assertThat(never.json().get("status").asText()).isEqualTo("rejected");
        assertThat(api.post("/v1/documents/" + id + "/resend", null).status()).isEqualTo(409);
        assertThat(feeds.list("select type from event")).isEmpty();
    }

    @Test
    void whatIsBeingSentIsNotStopped() {
        String id = out("hello");
        feeds.database.transact(h -> h.execute("update document set lease_until = now() + interval '1 minute'"));

        assertThat(api.post("/v1/documents/" + id + "/reject", null).status()).isEqualTo(409);
    }

    private String out(String content) {
        OutDocuments.Paper paper = new OutDocuments.Paper(
                "acme",
                OutDocuments.Kind.PURCHASE_ORDER,
                "acme/po",
                "850-000000017.edi",
                content.getBytes(StandardCharsets.UTF_8),
                List.of("000000017"),
                Optional.empty());
        return Long.toString(feeds.database.inTransaction(h -> new OutDocuments(() -> {}).write(h, paper)));
    }

    @Test
    void documentsAreListedNewestFirstByPartnerAndStatus() {
        feeds.items(1);
        IntStream.rangeClosed(1, 11).forEach(i -> post("inventory,A1," + i + "\n"));
        feeds.work();

        Reply first = api.get("/v1/documents?partner=acme&status=applied&limit=2");
        Reply rest = api.get("/v1/documents?partner=acme&status=applied&limit=2&cursor="
                + first.json().get("next").asText());

        assertThat(first.json().get("items").findValuesAsText("id")).containsExactly("11", "10");
        assertThat(rest.json().get("items").findValuesAsText("id")).containsExactly("9", "8");
        assertThat(api.get("/v1/documents?status=held").json().get("items")).isEmpty();
        assertThat(api.get("/v1/documents?status=hold").status()).isEqualTo(400);
    }

    @Test
    void anUnknownDocumentIsNotFound() {
        assertThat(api.get("/v1/documents/77").status()).isEqualTo(404);
        assertThat(api.get("/v1/documents/x/content").status()).isEqualTo(404);
    }

    private String held() {
        feeds.items(2);
        feeds.drop("inventory,A1,1", "inventory,A2,1");
        feeds.work();
        long id = feeds.drop("inventory,A1,0", "inventory,A2,0");
        feeds.work();
        assertThat(feeds.reason(id)).startsWith("to_zero_pct: 2 of 2");
        return Long.toString(id);
    }

    private Reply post(String content) {
        return api.call(
                "POST",
                "/v1/documents?partner=acme&mapping=acme/inventory&name=a.csv",
                content,
                "Content-Type",
                "application/octet-stream");
    }
}
