package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.inbox.Documents;
import io.quayside.outbox.OutDocuments.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DispatchTest {
    @TempDir
    Path temporary;

    private Quay quay;

    @BeforeEach
    void prepare() throws IOException {
        quay = new Quay(Files.createDirectory(temporary.resolve("my data+50% ?&#")));
    }

    @AfterEach
    void stop() {
        quay.close();
    }

    @Test
    void aDocumentGoesToTheOutboxAndIsSentAndTold() throws IOException {
        quay.route("acme", "purchase-order", "- to: {uri: \"kamelet:send-outbox\", parameters: {partner: acme}}")
                .start();

        long id = quay.document("acme", Kind.PURCHASE_ORDER, "850-000000001.edi", "ISA~");

        quay.awaitStatus(id, "sent");
        assertThat(quay.outbox("acme")).containsExactly("850-000000001.edi");
        assertThat(Files.readString(quay.folder.resolve("sftp/acme/outbox/850-000000001.edi")))
                .isEqualTo("ISA~");
        assertThat(quay.told).containsExactly(id);
        assertThat(quay.asked).contains("acme purchase-order");
        assertThat(quay.text("select concat(sent_at is not null, lease is null) from document"))
                .isEqualTo("tt");
    }

    @Test
    void acknowledgementsWithoutARouteGoToTheOutboxAndPurchaseOrdersWait() {
        quay.route("delta", "ack", "- to: {uri: \"kamelet:send-folder\", parameters: {folder: \"" + temporary + "\"}}")
                .start();

        long order = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "1");
        long ack = quay.document("acme", Kind.ACK, "997-2.edi", "2");
        long report = quay.document("acme", Kind.REPORT, "report-3.csv", "3");
        long taken = quay.document("delta", Kind.ACK, "997-4.edi", "4");
        long untaken = quay.document("delta", Kind.REPORT, "report-5.csv", "5");

        for (long id : new long[] {ack, report, taken, untaken}) {
            quay.awaitStatus(id, "sent");
        }
        assertThat(quay.outbox("acme")).containsExactly("997-2.edi", "report-3.csv");
        assertThat(quay.outbox("delta")).containsExactly("report-5.csv");
        assertThat(Quay.files(temporary)).contains("997-4.edi");
        assertThat(quay.status(order)).isEqualTo("kept");
    }

    @Test
    void oneThatFailsWaitsLongerEachTimeAndHoldsUpOnlyItsPartner() throws IOException {
        Path away = temporary.resolve("away");
        quay.route(
                        "acme",
                        "purchase-order",
                        "- to: {uri: \"kamelet:send-folder\", parameters: {folder: \"" + away + "\"}}")
                .route("delta", "purchase-order", "- to: {uri: \"kamelet:send-outbox\", parameters: {partner: delta}}")
                .start();

        long first = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "1");
        long second = quay.document("acme", Kind.PURCHASE_ORDER, "850-2.edi", "2");
        long other = quay.document("delta", Kind.PURCHASE_ORDER, "850-1.edi", "3");

        quay.awaitStatus(other, "sent");
        Quay.await().until(() -> quay.text("select count(*)::text from feed_trouble where route = 'acme-out'")
                .equals("1"));
        assertThat(quay.text("select detail from feed_trouble"))
                .startsWith("850-1.edi was not sent: there is no such file or folder: ");
        assertThat(quay.text(
                        "select concat_ws(' ', status, attempts, next_at > now(), lease is null) from document where id = "
                                + first))
                .isEqualTo("kept 1 t t");
        assertThat(quay.status(second)).isEqualTo("kept");

        Files.createDirectory(away);
        quay.sql("update document set next_at = now()");
        quay.awaitStatus(second, "sent");
        assertThat(quay.status(first)).isEqualTo("sent");
        assertThat(Quay.files(away)).containsExactly("850-1.edi", "850-2.edi");
        assertThat(quay.text("select count(*)::text from feed_trouble")).isEqualTo("0");
        assertThat(quay.told).containsExactly(other, first, second);
    }

    @Test
    void whatIsSentAgainHasTheSameBytesAndIsNotToldAgain() throws IOException {
        quay.route("acme", "purchase-order", "- to: {uri: \"kamelet:send-outbox\", parameters: {partner: acme}}")
                .start();
        long id = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "ISA*17~");
        quay.awaitStatus(id, "sent");
        Path file = quay.folder.resolve("sftp/acme/outbox/850-1.edi");
        Files.delete(file);

        new Documents(quay.database, null, null, () -> {}).resend(id);

        Quay.await().until(() -> Files.exists(file));
        quay.awaitStatus(id, "sent");
        assertThat(Files.readString(file)).isEqualTo("ISA*17~");
        assertThat(quay.told).containsExactly(id);
    }

    /** As a process leaves it that was killed: the lease runs out, the same bytes go again. */
    @Test
    void whatWasSentBeforeAKillAndNotMarkedGoesAgainWithTheSameBytes() throws IOException {
        long id = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "the same");
        quay.sql("update document set lease = gen_random_uuid(), lease_until = now() + interval '2 seconds'");
        Path outbox = Files.createDirectories(quay.folder.resolve("sftp/acme/outbox"));
        Files.writeString(outbox.resolve("850-1.edi"), "the same");

        quay.route("acme", "purchase-order", "- to: {uri: \"kamelet:send-outbox\", parameters: {partner: acme}}")
                .start();

        Quay.await().during(Duration.ofMillis(500)).until(() -> quay.status(id).equals("kept"));
        quay.awaitStatus(id, "sent");
        assertThat(Files.readString(outbox.resolve("850-1.edi"))).isEqualTo("the same");
        assertThat(quay.told).containsExactly(id);
    }

    @Test
    void whatAPartnerAnsweredBeforeAKillIsToldAsSentAllTheSame() {
        long id = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "x");
        quay.sql("update document set status = 'acknowledged'");

        quay.start();

        Quay.await().until(() -> quay.told.contains(id));
        assertThat(quay.text("select concat_ws(' ', status, sent_at is not null) from document"))
                .isEqualTo("acknowledged t");
    }

    @Test
    void aKindThatNobodyKnowsRefusesTheRouteFile() {
        quay.route("acme", "purchase-orders", "- log: x").start();

        assertThat(quay.files().get(0).refused())
                .hasValueSatisfying(why -> assertThat(why).contains("did you mean purchase-order?"));
    }

    @Test
    void aNameThatIsAPathNeverLeavesTheOutbox() throws IOException {
        quay.start();
        long id = quay.document("acme", Kind.REPORT, "../../evil.csv", "x");

        Quay.await().until(() -> quay.text("select attempts::text from document where id = " + id)
                .equals("1"));
        assertThat(quay.outbox("acme")).isEmpty();
        assertThat(Files.exists(quay.folder.resolve("sftp/evil.csv"))).isFalse();
    }

    @Test
    void twoRoutesShareOnePartnersKinds() throws IOException {
        quay.route("acme", "purchase-order", "- to: {uri: \"kamelet:send-outbox\", parameters: {partner: acme}}");
        Path file = quay.folder.resolve("routes/acme.camel.yaml");
        String one = Files.readString(file);
        String other = one.replace("acme-out", "acme-acks")
                .replace("purchase-order", "ack")
                .replace("kamelet:send-outbox", "kamelet:send-folder")
                .replace("{partner: acme}}", "{folder: \"" + temporary + "\"}}");
        Files.writeString(file, one + other);
        quay.start();
        assertThat(quay.files().get(0).refused()).isEmpty();

        long order = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "1");
        long ack = quay.document("acme", Kind.ACK, "997-2.edi", "2");

        quay.awaitStatus(order, "sent");
        quay.awaitStatus(ack, "sent");
        assertThat(quay.outbox("acme")).containsExactly("850-1.edi");
        assertThat(Quay.files(temporary)).contains("997-2.edi");
    }

    @Test
    void aDocumentThatCannotBeReadIsAFailureThatIsTriedAgain() {
        long id = quay.document("acme", Kind.PURCHASE_ORDER, "850-1.edi", "x");
        quay.sql("alter table document_content rename to mislaid");
        quay.route("acme", "purchase-order", "- to: {uri: \"kamelet:send-outbox\", parameters: {partner: acme}}")
                .start();

        Quay.await().until(() -> quay.text("select attempts::text from document where id = " + id)
                .equals("1"));
        Quay.await().until(() -> quay.text("select count(*)::text from feed_trouble where route = 'acme-out'")
                .equals("1"));

        quay.sql("alter table mislaid rename to document_content");
        quay.sql("update document set next_at = now()");
        quay.awaitStatus(id, "sent");
    }

    /** A file that is refused may be the one that takes them: nobody looks into an outbox that was never agreed on. */
    @Test
    void acknowledgementsWaitWhileTheirPartnersRouteFileIsRefused() {
        long ack = quay.document("acme", Kind.ACK, "997-1.edi", "1");
        long other = quay.document("delta", Kind.ACK, "997-2.edi", "2");
        quay.route("acme", "ack", "- to: {uri: \"kamelet:nosuch\"}").start();

        quay.awaitStatus(other, "sent");
        Quay.await()
                .during(Duration.ofSeconds(2))
                .until(() ->
                        quay.status(ack).equals("kept") && quay.outbox("acme").isEmpty());

        quay.route("acme", "report", "- log: x");
        quay.awaitStatus(ack, "sent");
        assertThat(quay.outbox("acme")).containsExactly("997-1.edi");
    }
}
