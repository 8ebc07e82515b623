package io.quayside.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.web.ApiKeys;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, for how long, and what no other site can do to them. */
class SigningInTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static Premises premises;

    /** A browser's part: its cookie, and the token of the forms it was given. */
    private record Visitor(String cookie, String token) {}

    @BeforeAll
    static void open() {
        premises = new Premises(folder);
    }

    @AfterAll
    static void close() {
        premises.close();
    }

    @Test
    void withoutASessionEveryPageLeadsToTheLoginAndBack() {
        HttpResponse<String> asked = get("", "/documents?status=held");
        HttpResponse<String> in = signIn(arrive(), premises.adminKey(), "/documents?status=held");

        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(location(asked)).isEqualTo("/login?next=%2Fdocuments%3Fstatus%3Dheld");
        assertThat(location(in)).isEqualTo("/documents?status=held");
    }

    @Test
    void theLoginLeadsToNoOtherSite() {
        for (String next : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/\tevil"}) {
            assertThat(location(signIn(arrive(), premises.adminKey(), next))).isEqualTo("/");
        }
    }

    @Test
    void aKeyOfAStorefrontAndAWrongOneAreToldApart() {
        HttpResponse<String> shop = signIn(arrive(), premises.key("storefront:harbour"), "/");
        HttpResponse<String> wrong = signIn(arrive(), "qk_wrong", "/");

        assertThat(shop.statusCode()).isEqualTo(403);
        assertThat(shop.body()).contains("This key is a storefront's");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("This key does not exist or is revoked");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> plain = signIn(arrive(), premises.adminKey(), "/");
        HttpResponse<String> behindTls = Premises.http(
                HttpRequest.newBuilder(URI.create(premises.url() + "/login")).header("X-Forwarded-Proto", "https"));

        assertThat(plain.headers().firstValue("Set-Cookie").orElseThrow())
                .endsWith("; Path=/; HttpOnly; SameSite=Strict");
        assertThat(behindTls.headers().firstValue("Set-Cookie").orElseThrow()).endsWith("; Secure");
        assertThat(premises.one("select count(*)::text from session where token_hash = '"
                        + cookie(plain).substring("quayside=".length()) + "'::bytea"))
                .isEqualTo("0");
    }

    @Test
    void aSessionEndsWithItsKeyByIdlenessAndAtTheLogout() {
        String key = premises.key("operator");
        Visitor revoked = entered(key);
        Visitor idle = entered(premises.key("read"));
        Visitor leaving = entered(premises.key("read"));
        assertThat(get(revoked.cookie(), "/").statusCode()).isEqualTo(200);

        premises.sql("update api_key set revoked_at = now() where scope = 'operator'");
        premises.sql("update session set seen_at = now() - interval '13 hours' where token_hash = '\\x"
                + java.util.HexFormat.of().formatHex(ApiKeys.hash(idle.cookie().substring(9))) + "'");
        post(leaving.cookie(), "/logout", "token=" + leaving.token());

        assertThat(get(revoked.cookie(), "/").statusCode()).isEqualTo(303);
        assertThat(get(idle.cookie(), "/").statusCode()).isEqualTo(303);
        assertThat(get(leaving.cookie(), "/").statusCode()).isEqualTo(303);
    }

    @Test
    void anExchangedFirstKeyEndsTheSessionsOfTheOldOne() {
        Visitor old = entered(premises.adminKey());
        String hash = premises.one("select encode(key_hash, 'hex') from api_key where id = 'admin'");

        new ApiKeys(premises.database).setAdmin("qk_another");

        assertThat(get(old.cookie(), "/").statusCode()).isEqualTo(303);
        premises.sql("update api_key set key_hash = '\\x" + hash + "' where id = 'admin'");
    }

    @Test
    void aFormThatIsNotOursDoesNothing() {
        Visitor visitor = entered(premises.adminKey());

        HttpResponse<String> none = post(visitor.cookie(), "/logout", "");
        HttpResponse<String> others = post(visitor.cookie(), "/logout", "token=" + arrive().token());
        HttpResponse<String> login = post("", "/login", "key=" + premises.adminKey());

        assertThat(none.statusCode()).isEqualTo(403);
        assertThat(none.body()).contains("Nothing was done");
        assertThat(others.statusCode()).isEqualTo(403);
        assertThat(login.statusCode()).isEqualTo(403);
        assertThat(get(visitor.cookie(), "/").statusCode()).isEqualTo(200);
    }

    @Test
    void everyPageForbidsScriptsFramesAndKeeping() {
        HttpResponse<String> page = get(entered(premises.adminKey()).cookie(), "/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("<script").doesNotContain("style=");
    }

    @Test
    void whatIsNotThereIsAPageThatSaysWhatIs() {
        String cookie = entered(premises.adminKey()).cookie();

        assertThat(get(cookie, "/nothing").statusCode()).isEqualTo(404);
        assertThat(get(cookie, "/nothing").body()).contains("There is no page here.");
        assertThat(get(cookie, "/documents/77").body()).contains("There is no document 77.");
        assertThat(get(cookie, "/documents/77/accept").statusCode()).isEqualTo(405);
        assertThat(post(cookie, "/login", "x".repeat(70_000)).statusCode()).isEqualTo(403);
    }

    private static Visitor arrive() {
        HttpResponse<String> form = get("", "/login");
        return new Visitor(cookie(form), token(form));
    }

    private static Visitor entered(String key) {
        String cookie = cookie(signIn(arrive(), key, "/"));
        return new Visitor(cookie, token(get(cookie, "/")));
    }

    private static HttpResponse<String> signIn(Visitor visitor, String key, String next) {
        return post(
                visitor.cookie(),
                "/login",
                "token=" + visitor.token() + "&key=" + key + "&next="
                        + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> get(String cookie, String path) {
        return Premises.http(
                HttpRequest.newBuilder(URI.create(premises.url() + path)).header("Cookie", cookie));
    }

    private static HttpResponse<String> post(String cookie, String path, String form) {
        return Premises.http(HttpRequest.newBuilder(URI.create(premises.url() + path))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String token(HttpResponse<String> page) {
        Matcher matcher = TOKEN.matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
