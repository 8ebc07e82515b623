package io.quayside.web.pages;

import io.quayside.store.Refusal;
import io.quayside.web.ApiKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The hidden field of every form: made from the cookie, which other sites can neither read nor guess, so that nobody but
 * our own pages can write it.
 */
final class FormToken {
    static final String FIELD = "token";

    private FormToken() {}

    static String of(String cookie) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ApiKeys.hash("form " + cookie));
    }

    static void check(Visit visit) {
        byte[] given = visit.form().getOrDefault(FIELD, "").getBytes(StandardCharsets.UTF_8);
        byte[] right = of(visit.token()).getBytes(StandardCharsets.UTF_8);
        if (visit.token().isEmpty() || !MessageDigest.isEqual(given, right)) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "This form was not made by the page you see, or is older than your login. Nothing was done. Go back, load the page again and press the button there.");
        }
    }
}
