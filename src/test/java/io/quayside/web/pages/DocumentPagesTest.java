package io.quayside.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents as a person sees them and acts on them, in a real browser. */
class DocumentPagesTest {
    @TempDir
    static Path folder;

    private static Premises premises;
    private static Page page;

    @BeforeAll
    static void open() {
        premises = new Premises(folder);
        IntStream.rangeClosed(1, 4).forEach(i -> premises.item("A" + i));
        page = premises.signedIn(premises.key("operator"), 1280);
    }

    @AfterAll
    static void close() {
        premises.close();
    }

    @AfterEach
    void theBrowserHadNothingToComplainOf() {
        assertThat(premises.complaints).isEmpty();
    }

    @Test
    void aHeldDocumentIsAcceptedWithAClickAndStockMoves() {
        long held = held();

        open(held);
        assertThat(page.locator(".note.warn")).containsText("to_zero_pct: 2 of");
        Locator change = page.locator(".changes tbody tr").first();
        assertThat(change).containsText("A1");
        assertThat(change).containsText("−5");
        press("Accept");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Accepted.");
        awaitStatus(held, "applied");
        // The page follows what is under way by itself.
        assertThat(page.locator(".facts .status")).hasText("applied");
        assertThat(page.locator(".facts")).containsText("2 stock changes");
        assertThat(premises.one("select on_hand::text from stock where sku = 'A1'"))
                .isEqualTo("0");
    }

    @Test
    void aHeldDocumentThatIsRejectedChangesNothing() {
        long held = held();

        open(held);
        press("Reject");

        assertThat(page.locator(".facts .status")).hasText("rejected");
        assertThat(page.locator(".note.bad")).containsText("rejected by a person");
        assertThat(premises.one("select on_hand::text from stock where sku = 'A1'"))
                .isEqualTo("5");
    }

    @Test
    void aDocumentIsReplayedAndItsReportSentAgain() {
        long troubled = applied("Item,Qty\nA1,6\nA2,x\nA3,3\n");

        open(troubled);
        press("Replay");
        awaitStatus(troubled, "applied");
        assertThat(page.locator(".facts")).containsText("replayed once");
        press("Send report again");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("To be sent again.");
    }

    @Test
    void rawStandsBesideRecordsAndProblemsPointIntoIt() {
        long troubled = applied("Item,Qty\nA1,6\nA2,1O2\nA3,3\n");

        open(troubled);
        Locator lines = page.locator(".source tbody tr");
        assertThat(lines.nth(1)).containsText("A1,6");
        assertThat(lines.nth(1).locator(".record")).containsText("sku A1");
        assertThat(lines.nth(1).locator(".record")).containsText("quantity 6");
        assertThat(lines.nth(2)).hasClass("wrong");
        assertThat(lines.nth(2).locator(".problem")).containsText("bad_number");
        page.locator(".problems").getByRole(AriaRole.LINK).click();

        assertThat(page.url()).endsWith("/documents/" + troubled + "#L3");
    }

    @Test
    void anInterchangeIsShownASegmentALineWithItsRecords() {
        String isa =
                "ISA*00*          *00*          *ZZ*ACME           *ZZ*US             *261128*0615*U*00401*000000001*0*P*>~";
        long document = premises.drop(
                "acme/edi",
                "stock.edi",
                isa + "GS*IB*ACME*US*20261128*0615*1*X*004010~ST*846*0001~BIA*00*SI*1*20261128~LIN*1*VN*A1~QTY*33*7~"
                        + "LIN*2*VN*A2~QTY*33*8~CTT*2~SE*8*0001~GE*1*1~IEA*1*000000001~");
        awaitStatus(document, "applied");

        open(document);

        assertThat(page.locator("#L5 .raw")).hasText("LIN*1*VN*A1~");
        assertThat(page.locator("#L5 .record")).containsText("quantity 7");
        assertThat(page.locator("#L7 .record")).containsText("quantity 8");
        assertThat(page.locator("#L12 .raw")).hasText("IEA*1*000000001~");
        assertThat(page.locator(".facts")).containsText("000000001");
    }

    @Test
    void aLongDocumentIsShownInWindows() {
        String rows =
                IntStream.rangeClosed(1, 350).mapToObj(i -> "A1" + i + ",1\n").collect(Collectors.joining());
        long document = premises.drop("acme/stock", "long.csv", "Item,Qty\n" + rows);
        await().atMost(Chromium.PATIENCE).until(() -> !List.of("kept", "staged").contains(premises.status(document)));

        open(document);
        assertThat(page.locator(".source tbody tr")).hasCount(100);
        page.getByText("Next", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator(".source tbody tr").first()).containsText("A1100,1");
        assertThat(page.locator("#L101 .record")).containsText("sku A1100");
        page.navigate(premises.url() + "/documents/" + document + "?from=351");
        assertThat(page.locator("#raw")).containsText("351 to 351, the end");
    }

    @Test
    void hostileNamesAndContentsAreText() {
        long hostile = premises.drop(
                "acme/stock",
                "x%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E.csv",
                "Item,Qty\n\"<script>alert(2)</script>\",<img src=x onerror=alert(3)>\n");
        await().atMost(Chromium.PATIENCE).until(() -> !List.of("kept", "staged").contains(premises.status(hostile)));
        premises.sql("update document set reason = '</p><script>alert(4)</script>' where id = " + hostile);

        open(hostile);

        assertThat(page.locator("#L2 .raw")).containsText("<script>alert(2)</script>");
        assertThat(page.locator("script")).hasCount(0);
        assertThat(page.locator("main img")).hasCount(0);
        page.navigate(premises.url() + "/documents?name=%22%3E%3Cscript%3Ealert(5)%3C/script%3E");
        assertThat(page.locator("#name")).hasValue("\"><script>alert(5)</script>");
        page.navigate(premises.url() + "/");
        assertThat(page.locator("script")).hasCount(0);
    }

    @Test
    void theListIsNarrowedByNamePartnerDirectionAndStatus() {
        long first = premises.drop("acme/stock", "alpha-one.csv", "Item,Qty\nA4,1\n");
        premises.drop("acme/stock", "alpha-two.csv", "Item,Qty\nA4,2\n");
        await().atMost(Chromium.PATIENCE).until(() -> premises.one(
                        "select count(*)::text from document where name like 'alpha%' and status = 'applied'")
                .equals("2"));

        page.navigate(premises.url() + "/documents");
        page.getByLabel("Name contains").fill("ALPHA-one");
        page.getByLabel("Partner").fill("acme");
        page.getByLabel("Direction").selectOption("in");
        page.getByLabel("Status").selectOption("applied");
        press("Show");

        assertThat(page.locator(".list tbody tr")).hasCount(1);
        assertThat(page.locator(".list a")).hasAttribute("href", "/documents/" + first);
        page.getByLabel("Status").selectOption("refused");
        press("Show");
        assertThat(page.locator(".note")).containsText("No document fits.");
    }

    @Test
    void aReadKeySeesAndCannotAct() {
        long held = held();
        Page reader = premises.signedIn(premises.key("read"), 1280);

        reader.navigate(premises.url() + "/documents/" + held);
        assertThat(reader.locator(".actions")).containsText("a key of scope operator accepts or rejects");
        assertThat(reader.locator(".actions button")).hasCount(0);
        String token = reader.locator("input[name=token]").first().inputValue();
        int answer = reader.request()
                .post(
                        premises.url() + "/documents/" + held + "/accept",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("token", token)))
                .status();

        assertThat(answer).isEqualTo(403);
        assertThat(premises.status(held)).isEqualTo("held");
        open(held);
        press("Reject");
    }

    @Test
    void whatCannotBeDoneIsAPageThatSaysWhy() {
        long held = held();
        open(held);
        premises.api("POST", "/v1/documents/" + held + "/reject", "");

        Response answer = page.waitForResponse("**/accept", () -> press("Accept"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(page.locator("main")).containsText("Only a held document can be accepted; this one is rejected.");
        premises.complaints.removeIf(text -> text.contains("409"));
    }

    /** A document that would take all of A1 and A2 away. */
    private static long held() {
        applied("Item,Qty\nA1,5\nA2,5\n");
        long held = premises.drop("acme/stock", "zero.csv", "Item,Qty\nA1,0\nA2,0\n");
        awaitStatus(held, "held");
        return held;
    }

    private static long applied(String content) {
        long document = premises.drop("acme/stock", "stock.csv", content);
        await().atMost(Chromium.PATIENCE)
                .until(() -> List.of("applied", "duplicate").contains(premises.status(document)));
        return document;
    }

    private static void awaitStatus(long document, String status) {
        await().atMost(Chromium.PATIENCE)
                .untilAsserted(() -> assertThat(premises.status(document)).isEqualTo(status));
    }

    private static void open(long document) {
        page.navigate(premises.url() + "/documents/" + document);
    }

    private static void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
