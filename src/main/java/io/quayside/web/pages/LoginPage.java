package io.quayside.web.pages;

import io.quayside.web.Answer;
import io.quayside.web.ApiKeys;
import io.quayside.web.Principal;
import io.quayside.web.Routing;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Signing in with a key of the API, and out. */
final class LoginPage implements Part {
    /** What the login shows: where it goes on to, and why it did not work. */
    record Login(String next, Optional<String> wrong) {}

    private final ApiKeys keys;
    private final Sessions sessions;
    private final Look look;
    private final Guesses guesses = new Guesses(InstantSource.system());

    LoginPage(ApiKeys keys, Sessions sessions, Look look) {
        this.keys = keys;
        this.sessions = sessions;
        this.look = look;
    }

    @Override
    public void addTo(Routing<Place> routing) {
        routing.add("GET", "/login", new Place(Place.Access.ANYBODY, visit -> form(visit, 200, Optional.empty())));
        routing.add("POST", "/login", new Place(Place.Access.ANYBODY, this::signIn));
        routing.add("POST", "/logout", new Place(Place.Access.READER, this::signOut));
    }

    /** Leads to the login and from there back: to the page itself, or the page that a form stood on. */
    static Answer first(HttpServerRequest http) {
        String page = http.uri();
        if (http.method().name().equals("POST")) {
            page = http.path().substring(0, Math.max(1, http.path().lastIndexOf('/')));
        }
        return Look.seeOther(
                page.equals("/") ? "/login" : "/login?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    }

    private Answer form(Visit visit, int status, Optional<String> wrong) {
        // A cookie that is no session yet ties the form to this browser.
        String token = visit.session().isEmpty() && !visit.token().isEmpty() ? visit.token() : ApiKeys.random();
        String next = next(visit);
        Frame frame = look.frame("Sign in", Frame.Tab.NONE, Optional.empty(), token);
        return Look.page(status, out -> JteloginGenerated.render(out, null, frame, new Login(next, wrong)))
                .with("Set-Cookie", Cookie.set(token, visit.client()));
    }

    private Answer signIn(Visit visit) {
        if (!guesses.mayTry(visit.client())) {
            return form(visit, 429, Optional.of("Too many wrong keys came from here. Wait a minute, then try again."))
                    .with("Retry-After", "60");
        }
        Optional<Principal> principal = keys.find(visit.form().getOrDefault("key", ""));
        if (principal.isEmpty()) {
            guesses.wrong(visit.client());
            return form(
                    visit,
                    401,
                    Optional.of("This key does not exist or is revoked. The first key is in the file admin.key"
                            + " of the data folder."));
        }
        if (principal.get().storefront().isPresent()) {
            return form(
                    visit,
                    403,
                    Optional.of("This key is a storefront's: it is for the API and sees only its own orders."
                            + " The pages take a key of scope admin, operator or read."));
        }
        guesses.right(visit.client());
        return Look.seeOther(next(visit))
                .with("Set-Cookie", Cookie.set(sessions.begin(principal.get().keyId()), visit.client()));
    }

    private Answer signOut(Visit visit) {
        sessions.end(visit.token());
        return Look.seeOther("/login").with("Set-Cookie", Cookie.end(visit.client()));
    }

    /** Only an address of ours: a path that no browser reads as another host. */
    private static String next(Visit visit) {
        Map<String, String> from = visit.form().containsKey("next") ? visit.form() : visit.query();
        String next = from.getOrDefault("next", "/");
        return next.matches("/(?:[A-Za-z0-9._~%?&=+,:-][A-Za-z0-9._~%?&=+,:/-]*)?") ? next : "/";
    }
}
