package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Acknowledge;
import io.quayside.mapping.Chosen;
import io.quayside.mapping.PartnerFile;
import io.quayside.outbox.OutDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What partners hear of their documents, and what they say of ours. */
class AcknowledgementsTest {
    private static final String HEAD =
            """
            ISA*00*          *00*          *ZZ*ACMESUPPLY     *ZZ*OURGATEWAY     *260914*0615*U*00401*%09d*0*P*>~
            GS*%s*ACMESUPPLY*OURGATEWAY*20260914*0615*%d*X*004010~
            """;

    private final Feeds feeds = new Feeds();

    @BeforeEach
    void aMappingForX12() throws IOException {
        Path mapping = Files.createTempFile("x12", ".yaml");
        Files.writeString(
                mapping,
                """
                mapping: 1
                partner: acme
                source: {format: x12}
                errors: {max_bad_pct: 50}
                guards: {unknown_sku_pct: 100, to_zero_pct: 60}
                documents:
                  "846":
                    produces: inventory
                    feed: {mode: delta}
                    each: LIN
                    fields: {sku: {from: LIN~VN}, quantity: "QTY[33]/2"}
                """);
        feeds.mappings.put(
                "acme/x12", Chosen.of(mapping.getParent(), mapping.toString()).mapping());
        Files.delete(mapping);
        feeds.items(3);
    }

    @AfterEach
    void close() {
        feeds.close();
    }

    @Test
    void aDocumentIsAnsweredWhenItEndsAndTheAnswerIsADocument() {
        long id = drop(inventory(7, "A1", 5, "A2", 6));
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(answers(id)).containsExactly("ack 997-000000001.edi kept 000000001");
        assertThat(said(id)).isEqualTo("AK1*IB*7~ AK2*846*0001~ AK5*A~ AK9*A*1*1*1~");
    }

    @Test
    void linesThatOnlyTheDatabaseCanJudgeAreNamedByTheirPlace() {
        long id = drop(inventory(7, "A1", 5, "NOBODY", 6));
        feeds.work();

        assertThat(feeds.problems(id)).containsExactly("unknown_sku at ST 0001 LIN 2: NOBODY");
        assertThat(said(id)).isEqualTo("AK1*IB*7~ AK2*846*0001~ AK3*LIN*5**8~ AK4*3**7*NOBODY~ AK5*E*5~ AK9*E*1*1*1~");
    }

    @Test
    void aHeldDocumentIsAnsweredWhenAPersonEndsIt() {
        feeds.database.transact(
                h -> h.execute(
                        "insert into stock (sku, location, on_hand, as_of) values ('A1', 'ACME', 5, now()), ('A2', 'ACME', 5, now())"));
        long id = drop(inventory(7, "A1", 0, "A2", 0));
        feeds.work();
        assertThat(feeds.status(id)).isEqualTo("held");
        assertThat(answers(id)).isEmpty();

        feeds.documents.reject(id);

        assertThat(said(id)).isEqualTo("AK1*IB*7~ AK2*846*0001~ AK5*R*5~ AK9*R*1*1*0~");
    }

    @Test
    void theSameInterchangeAgainIsRefusedAsRepeated() {
        drop(inventory(7, "A1", 5));
        feeds.work();
        long again = drop(inventory(7, "A1", 5));
        feeds.work();

        assertThat(feeds.status(again)).isEqualTo("duplicate");
        assertThat(answers(again)).containsExactly("ack TA1-000000002.edi kept 000000002");
        assertThat(said(again)).isEqualTo("TA1*000000007*260914*0615*R*025~");
    }

    @Test
    void whoWantsNoTa1HearsTheSame997Again() {
        terms(new Acknowledge(Acknowledge.Send.X997, Acknowledge.Ta1.OFF));
        drop(inventory(7, "A1", 5));
        feeds.work();
        long again = drop(inventory(7, "A1", 5));
        feeds.work();

        assertThat(said(again)).isEqualTo("AK1*IB*7~ AK2*846*0001~ AK5*A~ AK9*A*1*1*1~");
    }

    @Test
    void whoWantsReportsOrNothingGetsThem() {
        terms(new Acknowledge(Acknowledge.Send.CSV, Acknowledge.Ta1.ON_ERROR));
        long reported = drop(inventory(7, "A1", 5, "NOBODY", 6));
        long clean = drop(inventory(8, "A1", 5));
        feeds.work();
        terms(new Acknowledge(Acknowledge.Send.OFF, Acknowledge.Ta1.OFF));
        long mute = drop(inventory(9, "NOBODY", 5));
        feeds.work();

        assertThat(answers(reported)).containsExactly("report report-" + reported + "-a.csv kept ");
        assertThat(feeds.content(answer(reported)))
                .contains("\"outcome\",\"document\",\"applied\"")
                .contains("NOBODY");
        assertThat(answers(clean)).isEmpty();
        assertThat(answers(mute)).isEmpty();
    }

    @Test
    void anEnvelopeThatCannotBeAnsweredByX12GetsAReportAndUsesUpNoControlNumber() {
        long id = drop(inventory(7, "A1", 5, "NOBODY", 6).replace("ACMESUPPLY ", "ACME>UPPLY "));
        feeds.work();

        assertThat(answers(id)).containsExactly("report report-" + id + "-a.csv kept ");
        assertThat(feeds.list("select last from control_number")).isEmpty();
    }

    @Test
    void whatIsOurOwnFaultIsNoBusinessOfThePartners() {
        long id = feeds.dropAs("acme", "acme/nosuch", "inventory,A1,5");
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("rejected");
        assertThat(feeds.text("select count(*)::text from document where direction = 'out'"))
                .isEqualTo("0");
    }

    @Test
    void aReportSaysThatTheDocumentAsAWholeWasRejected() {
        long id = feeds.drop("inventory,A1,x", "inventory,A2,x");
        feeds.work();

        assertThat(feeds.content(answer(id)))
                .contains(
                        "\"outcome\",\"document\",\"rejected\",\"status\",\"\",\"errors.max_bad_pct: 2 of 2 lines are bad\"");
    }

    @Test
    void anAcceptanceSettlesWhatWeSentOnceAndIsNotAnsweredItself() {
        long order = order("000009001");

        long first = drop(answer(5001, "AK1*PO*9001~", "AK2*850*0001~", "AK5*A~", "AK9*A*1*1*1~"));
        long second = drop(answer(5002, "AK1*PO*9001~", "AK2*850*0001~", "AK5*A~", "AK9*A*1*1*1~"));
        feeds.work();

        assertThat(feeds.status(order)).isEqualTo("acknowledged");
        assertThat(feeds.text("select settled_by::text from document where id = " + order))
                .isEqualTo(Long.toString(first));
        assertThat(feeds.status(first)).isEqualTo("applied");
        assertThat(feeds.status(second)).isEqualTo("applied");
        assertThat(answers(first)).isEmpty();
        assertThat(feeds.problems(second)).isEmpty();
    }

    @Test
    void aRefusalTellsWhereAndWhyInPlainWords() {
        long order = order("000000017");

        drop(answer(
                5001,
                "AK1*PO*17~",
                "AK2*850*0001~",
                "AK3*NM1*8**8~",
                "AK4*8*66*7*MI~",
                "AK3*ZZZ*9**1~",
                "AK5*R*5~",
                "AK9*R*1*1*0~"));
        feeds.work();

        assertThat(feeds.status(order)).isEqualTo("refused");
        assertThat(feeds.list("select concat_ws(' | ', code, at, value, write) from problem where document_id = "
                        + order + " order by n"))
                .containsExactly(
                        "refused | ST 0001 segment 8 NM1 element 8 | MI | the partner says: an invalid code value (code 7)",
                        "refused | ST 0001 segment 9 ZZZ | the partner says: unknown segment (code 1)");
    }

    @Test
    void a999AndATa1SettleAsWell() {
        long one = order("000000021");
        long two = order("000000022");

        drop(answer(5001, "AK1*PO*21*004010~", "AK2*850*0001~", "IK3*N1*3**3~", "IK5*R*5~", "AK9*R*1*1*0~")
                .replace("*997*", "*999*"));
        drop(HEAD.formatted(5002, "FA", 5002).lines().findFirst().orElseThrow()
                + "\nTA1*000000022*260914*0615*R*023~\nIEA*0*000005002~\n");
        feeds.work();

        assertThat(feeds.status(one)).isEqualTo("refused");
        assertThat(feeds.status(two)).isEqualTo("refused");
        assertThat(feeds.problems(two)).containsExactly("refused at ISA 000000022");
    }

    @Test
    void aNumberThatWeNeverUsedIsAProblemOfWhoNamesIt() {
        long order = order("000000017");

        long id = drop(answer(5001, "AK1*PO*18~", "AK9*A*1*1*1~"));
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("applied");
        assertThat(feeds.problems(id)).containsExactly("orphan_line at ST 0001 AK1 1: PO 18");
        assertThat(feeds.status(order)).isEqualTo("sent");
    }

    @Test
    void aCutAnswerSettlesNothing() {
        long order = order("000000017");

        long id = drop(answer(5001, "AK1*PO*17~", "AK9*A*1*1*1~").replace("IEA*1*000005001~\n", ""));
        feeds.work();

        assertThat(feeds.status(id)).isEqualTo("rejected");
        assertThat(feeds.status(order)).isEqualTo("sent");
    }

    @Test
    void anAnswerMayStandBesideAMessage() {
        long order = order("000000017");
        String both = inventory(7, "A1", 5)
                .replace(
                        "IEA*1",
                        """
                GS*FA*ACMESUPPLY*OURGATEWAY*20260914*0615*8*X*004010~
                ST*997*0001~
                AK1*PO*17~
                AK9*A*1*1*1~
                SE*4*0001~
                GE*1*8~
                IEA*2""");

        long id = drop(both);
        feeds.work();

        assertThat(feeds.stock("A1")).isEqualTo("ACME 5");
        assertThat(feeds.status(order)).isEqualTo("acknowledged");
        assertThat(said(id)).isEqualTo("AK1*IB*7~ AK2*846*0001~ AK5*A~ AK9*A*1*1*1~");
    }

    private long drop(String content) {
        return feeds.keep(Drop.pushed("acme", "acme/x12", "a"), content);
    }

    private void terms(Acknowledge acknowledge) {
        PartnerFile file = PartnerFile.unnamed("acme");
        feeds.partnerFile = new PartnerFile(
                file.code(),
                file.name(),
                file.kinds(),
                file.location(),
                file.envelope(),
                new PartnerFile.Terms(true, acknowledge, Optional.empty(), Optional.empty(), 0));
    }

    private static String inventory(int control, Object... skusAndQuantities) {
        StringBuilder text = new StringBuilder(HEAD.formatted(control, "IB", control));
        text.append("ST*846*0001~\nBIA*04*SI*X*20260914~\n");
        for (int i = 0; i < skusAndQuantities.length; i += 2) {
            text.append("LIN**VN*").append(skusAndQuantities[i]).append("~\nQTY*33*");
            text.append(skusAndQuantities[i + 1]).append("~\n");
        }
        return text + "SE*%d*0001~\nGE*1*%d~\nIEA*1*%09d~\n".formatted(3 + skusAndQuantities.length, control, control);
    }

    private static String answer(int control, String... segments) {
        return HEAD.formatted(control, "FA", control) + "ST*997*0001~\n" + String.join("\n", segments)
                + "\nSE*%d*0001~\nGE*1*%d~\nIEA*1*%09d~\n".formatted(2 + segments.length, control, control);
    }

    /** A purchase order of ours that has been sent. */
    private long order(String control) {
        long id = feeds.database.inTransaction(h -> new OutDocuments(() -> {})
                .write(
                        h,
                        new OutDocuments.Paper(
                                "acme",
                                OutDocuments.Kind.PURCHASE_ORDER,
                                "acme/po",
                                "850-" + control + ".edi",
                                "ISA".getBytes(StandardCharsets.UTF_8),
                                List.of(control),
                                Optional.empty())));
        feeds.database.transact(
                h -> h.execute("update document set status = 'sent', sent_at = now() where id = ?", id));
        return id;
    }

    private List<String> answers(long document) {
        return feeds.list(
                "select kind || ' ' || name || ' ' || status || ' ' || array_to_string(controls, ',') from document"
                        + " where answers = " + document + " order by id");
    }

    private long answer(long document) {
        return Long.parseLong(feeds.text("select max(id)::text from document where answers = " + document));
    }

    /** The answer without its envelope. */
    private String said(long document) {
        List<String> segments = feeds.content(answer(document)).lines().toList();
        return String.join(
                " ",
                segments.stream()
                        .filter(s -> !s.matches("(ISA|GS|ST|SE|GE|IEA)\\*.*"))
                        .toList());
    }
}
