package io.quayside.web.pages;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import io.quayside.store.Json;
import io.quayside.web.Answer;
import io.quayside.web.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Pages as answers: HTML that nobody keeps, redirects, and errors that say what to do. */
final class Look {
    private static final Map<String, String> HTML =
            Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store");

    private final ZoneId zone;

    Look(ZoneId zone) {
        this.zone = zone;
    }

    Frame frame(String title, Frame.Tab tab, Visit visit) {
        return frame(title, tab, visit.session(), visit.token());
    }

    Frame frame(String title, Frame.Tab tab, Optional<Session> session, String token) {
        return new Frame(title, tab, session, FormToken.of(token), times(), Optional.empty());
    }

    /** An answer of {@link Problems} as a page. */
    Answer problem(Answer problem, String token, Optional<Session> session) {
        Problems.Problem said = (Problems.Problem) problem.body();
        Frame frame = frame(said.title(), Frame.Tab.NONE, session, token);
        return page(problem.status(), out -> JteerrorGenerated.render(out, null, frame, said));
    }

    Times times() {
        return new Times(zone, Instant.now());
    }

    static Answer page(int status, Consumer<HtmlTemplateOutput> template) {
        Utf8ByteOutput bytes = new Utf8ByteOutput();
        template.accept(new OwaspHtmlTemplateOutput(bytes));
        return new Answer(status, bytes.toByteArray(), HTML);
    }

    /** The browser goes there with a GET. */
    static Answer seeOther(String address) {
        return new Answer(303, null, Map.of("Location", address, "Cache-Control", "no-store"));
    }

    /** A number with its thousands apart. */
    static String number(long n) {
        return String.format(Locale.ENGLISH, "%,d", n).replace(',', '\u202f');
    }

    /** A size of bytes. */
    static String size(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " B";
        }
        return bytes < 1 << 20
                ? String.format(Locale.ENGLISH, "%.1f kB", bytes / 1024.0)
                : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1048576.0);
    }

    /** The page of a line of an order. */
    static String line(String storefront, String number, String line) {
        return "/orders/" + segment(storefront) + "/" + segment(number) + "/lines/" + segment(line);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A value of a query. */
    static String value(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** With a capital; what begins with a code keeps it as it is. */
    static String begun(String text) {
        return text.isEmpty() || text.split("\\W", 2)[0].contains("_")
                ? text
                : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A sentence of the API's, which begin small and end without a full stop, as a sentence of a page. */
    static String sentence(String text) {
        return begun(text.endsWith(".") ? text : text + ".");
    }

    /** {@code Waits for inbound (rule 9)} of {@code 9 waits for inbound}. */
    static String why(String rule) {
        int blank = rule.indexOf(' ');
        return begun(rule.substring(blank + 1)) + " (rule " + rule.substring(0, blank) + ")";
    }

    /** What would have been needed to get more, as stored: a JSON text. */
    static String needed(String json) {
        return Json.tree(json).asText();
    }
}
