package io.quayside.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Today and Backorders in a real browser: first all is well, then nothing is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TodayAndBackordersTest {
    @TempDir
    static Path folder;

    private static Premises premises;
    private static Page page;

    @BeforeAll
    static void open() {
        premises = new Premises(folder);
        page = premises.signedIn(premises.adminKey(), 1280);
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
    @Order(1)
    void whenAllIsWellTodaySaysSoAndEmptyListsSayWhatComes() {
        page.navigate(premises.url() + "/");
        assertThat(page.locator("h1")).hasText("All is well");
        assertThat(page.evaluate("new Set([...document.querySelectorAll('.count')].map(c => c.offsetTop)).size"))
                .as("rows of the day's figures")
                .isEqualTo(1);

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Documents").setExact(true))
                .click();
        assertThat(page.locator(".note")).containsText("No document yet.");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Backorders").setExact(true))
                .click();
        assertThat(page.locator(".note")).containsText("Nobody waits.");
    }

    @Test
    @Order(2)
    void linesWaitInTheOrderOfDemandWithWhyAndFromWhat() {
        premises.item("W1");
        premises.api("PUT", "/v1/locations/MAIN", "{\"kind\":\"warehouse\",\"handling_days\":0,\"rank\":1}");
        premises.api("PUT", "/v1/stock/W1/MAIN", "{\"on_hand\":2,\"reason\":\"count\"}");
        premises.api("PUT", "/v1/partners/beta", "{\"name\":\"Beta\",\"kinds\":[\"supplier\"]}");
        premises.api(
                "PUT",
                "/v1/locations/BETA",
                "{\"kind\":\"supplier\",\"partner\":\"beta\",\"handling_days\":1,\"rank\":5}");
        premises.api("PUT", "/v1/stock/W1/BETA", "{\"on_hand\":50,\"reason\":\"count\"}");
        order("1002", "2026-11-02T10:00:00Z", 0, 3);
        order("1001", "2026-11-01T10:00:00Z", 0, 4);
        order("1003", "2026-11-03T10:00:00Z", 9, 5);
        premises.api(
                "PUT",
                "/v1/purchase-orders/PO-1",
                "{\"partner\":\"acme\",\"kind\":\"replenishment\",\"location\":\"MAIN\",\"send\":false,"
                        + "\"lines\":[{\"line\":\"1\",\"sku\":\"W1\",\"quantity\":4,\"eta\":\"2030-03-04\"}]}");

        page.navigate(premises.url() + "/backorders?sku=W1");

        // Priority first, then the day it was placed; the two on hand are with whoever came first and is firm or not.
        List<String> orders = page.locator(".queue tbody th[scope=row] a").allTextContents();
        assertThat(orders).startsWith("1003").endsWith("1002");
        assertThat(page.locator(".queue")).containsText("of PO-1/1 acme, due 4 Mar 2030");
        assertThat(page.locator(".queue")).containsText("Waits for inbound (rule 9)");
        assertThat(page.locator(".queue")).containsText("2 on hand");
        page.locator(".queue tbody th[scope=row] a").last().click();

        assertThat(page.locator("h1")).hasText("Order 1002, line 1");
        assertThat(page.locator(".decisions tbody tr").last()).containsText("Placed");
        page.navigate(premises.url() + "/backorders?partner=nobody");
        assertThat(page.locator(".note")).containsText("No waiting line fits.");
        page.navigate(premises.url() + "/backorders?partner=acme&storefront=harbour&late=true");
        assertThat(page.locator("h1")).hasText("Backorders");
    }

    @Test
    @Order(3)
    void whatNeedsAPersonStandsOnTodayWithALinkAndTheRemedy() {
        long rejected = premises.drop("acme/none", "lost.csv", "x\n");
        await().atMost(Chromium.PATIENCE).until(() -> premises.status(rejected).equals("rejected"));
        premises.sql("insert into feed_watch values ('acme', 'acme/stock', now() - interval '3 hours', now())");
        premises.sql("insert into feed_trouble (route, partner, detail) values ('acme-poll', 'acme', 'no answer')");
        premises.sql("insert into document (direction, kind, partner, mapping, name, sha256, size, status, sent_at)"
                + " values ('out', 'purchase-order', 'acme', 'acme/po', 'po.edi', '\\x00', 1, 'refused', now())");
        premises.sql("update partner set file = '{\"dropship\":{\"ack_within\":\"PT1H\"}}' where code = 'acme'");
        premises.sql("insert into purchase_order (number, partner, kind, sent_at, cut_at) values"
                + " ('D-1', 'acme', 'dropship', now() - interval '2 hours', now()),"
                + " ('D-2', 'acme', 'dropship', null, now() - interval '5 minutes')");
        premises.sql("insert into purchase_order_line (number, line, sku, quantity) values ('D-1', '1', 'W1', 1),"
                + " ('D-2', '1', 'W1', 1)");
        premises.sql("insert into webhook (id, url, events, secret, status) values"
                + " ('wh_1', 'https://shop.example/h', '{*}', '\\x00', 'disabled')");
        premises.sql("insert into delivery_wait (webhook_id, key, event_id, next_at, dead_at)"
                + " select 'wh_1', key, id, 'infinity', now() from event limit 2");
        premises.sql("update order_line set exception = true where id = (select min(id) from order_line)");

        page.navigate(premises.url() + "/");

        assertThat(page.locator("h1")).hasText("9 things need a person");
        for (String said : List.of(
                "lost.csv",
                "acme/stock",
                "acme-poll",
                "po.edi",
                "PO D-1",
                "PO D-2",
                "2 events were given up",
                "disabled",
                "harbour 1002, line 1")) {
            assertThat(page.locator("main")).containsText(said);
        }
        page.getByText("lost.csv").click();
        assertThat(page.locator(".note.bad")).containsText("there is no mapping acme/none");
    }

    @Test
    @Order(4)
    void onAPhoneNoPageIsWiderThanTheScreen() {
        premises.sql(
                "update document set reason = repeat('x', 300), name = repeat('n', 200) where status = 'rejected'");
        Page phone = premises.signedIn(premises.adminKey(), 390);
        String id = premises.one("select id::text from document where status = 'rejected'");

        for (String path : List.of(
                "/",
                "/documents",
                "/documents/" + id,
                "/backorders",
                "/orders/harbour/1002/lines/1",
                "/nothing",
                "/login")) {
            phone.navigate(premises.url() + path);
            assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(390);
        }
        premises.complaints.removeIf(text -> text.contains("404"));
    }

    private static void order(String number, String placed, int priority, int quantity) {
        premises.api(
                "POST",
                "/v1/orders",
                """
                {"storefront":"harbour","number":"%s","placed_at":"%s","priority":%d,"ship":"any",
                "lines":[{"line":"1","sku":"W1","quantity":%d}]}"""
                        .formatted(number, placed, priority, quantity));
    }
}
