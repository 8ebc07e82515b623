package io.quayside.web;

import io.quayside.store.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects everything that is wrong in a body beyond its shape, then refuses once. */
public final class Checks {
    private final List<Refusal.Place> wrong = new ArrayList<>();

    /** {@code detail} says what to write instead. */
    public void wrong(String pointer, String detail) {
        wrong.add(new Refusal.Place(pointer, detail));
    }

    /** A code, SKU or name: 1 to {@code longest} characters, none of control, no space at its ends. */
    public void code(String pointer, String text, int longest) {
        if (text.isEmpty()
                || text.length() > longest
                || !text.equals(text.strip())
                || text.chars().anyMatch(Character::isISOControl)) {
            wrong(pointer, "write 1 to " + longest + " characters, without line breaks and without spaces at the ends");
        }
    }

    /** A number that is there must not be below {@code least}. */
    public void atLeast(String pointer, Optional<Integer> number, int least) {
        if (number.filter(n -> n < least).isPresent()) {
            wrong(pointer, "write a whole number, " + least + " or more");
        }
    }

    /** Throws a refusal with everything that was found; does nothing where all is well. */
    public void refuse() {
        if (!wrong.isEmpty()) {
            Refusal.Place first = wrong.get(0);
            String more = wrong.size() > 1 ? " (and " + (wrong.size() - 1) + " more)" : "";
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    first.pointer() + ": " + first.detail() + more,
                    wrong.toArray(Refusal.Place[]::new));
        }
    }
}
