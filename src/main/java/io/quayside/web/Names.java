package io.quayside.web;

import io.quayside.mapping.Nearest;
import java.util.Collection;

/** What to write instead of a name that is not known here. */
final class Names {
    private Names() {}

    static String instead(String typed, Collection<String> known) {
        if (known.isEmpty()) {
            return "; there are none here";
        }
        return Nearest.to(typed, known)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("; known here: " + String.join(", ", known));
    }
}
