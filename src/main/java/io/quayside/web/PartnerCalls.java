package io.quayside.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quayside.store.Refusal;
import io.quayside.supply.catalogue.Partners;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Partners by code, with their SFTP login. */
public final class PartnerCalls {
    private final Partners partners;

    public PartnerCalls(Partners partners) {
        this.partners = partners;
    }

    public List<Call> calls() {
        return List.of(
                new Call("PUT", "/v1/partners/{code}", List.of("operator"), this::put),
                new Call("GET", "/v1/partners/{code}", List.of("operator", "read"), this::get),
                new Call("GET", "/v1/partners", List.of("operator", "read"), this::list));
    }

    record Body(String name, List<Kind> kinds, Optional<Login> sftp) {}

    record Login(Optional<List<String>> publicKeys, Optional<String> password) {}

    enum Kind {
        SUPPLIER,
        DROPSHIP,
        WAREHOUSE;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Answer put(Request request) {
        Body body = request.as(Body.class);
        String code = request.path("code");
        Login login = body.sftp().orElse(new Login(Optional.empty(), Optional.empty()));
        Checks checks = new Checks();
        // The code is also a login and a folder.
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            checks.wrong("code", "write 1 to 64 letters, digits, dots, dashes or underscores, a letter or digit first");
        }
        checks.code("/name", body.name(), 200);
        login.publicKeys().ifPresent(keys -> keys(checks, keys));
        login.password().filter(String::isBlank).ifPresent(blank -> checks.wrong("/sftp/password", "write a password"));
        checks.refuse();
        List<String> kinds = body.kinds().stream().map(Kind::word).distinct().toList();
        partners.put(code, body.name(), kinds, new Partners.NewLogin(login.publicKeys(), login.password()));
        return get(request);
    }

    private static void keys(Checks checks, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (!PublicKeyText.isOne(keys.get(i))) {
                checks.wrong(
                        "/sftp/public_keys/" + i,
                        "write one line as in a .pub file: ssh-ed25519 or ssh-rsa, then the key in Base64");
            }
        }
    }

    private Answer get(Request request) {
        String code = request.path("code");
        return Answer.ok(partners.find(code)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "there is no partner " + code)));
    }

    private Answer list(Request request) {
        int limit = request.query().limit();
        String after = request.query().cursor(1).map(parts -> parts.get(0)).orElse("");
        return Answer.ok(Page.of(partners.after(after, limit + 1), limit, partner -> List.of(partner.code())));
    }
}
