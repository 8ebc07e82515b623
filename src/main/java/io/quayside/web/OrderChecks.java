package io.quayside.web;

import io.quayside.store.Refusal;
import io.quayside.supply.orders.NewOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an order's body must say beyond its shape; everything that is wrong is named at once. */
final class OrderChecks {
    private final List<Refusal.Place> wrong = new ArrayList<>();

    private OrderChecks() {}

    /** The order, or a refusal of it. */
    static NewOrder checked(NewOrder order) {
        OrderChecks checks = new OrderChecks();
        checks.name("/storefront", order.storefront(), 64);
        checks.expect(!order.storefront().contains("/"), "/storefront", "write a code without /");
        checks.name("/number", order.number(), 128);
        checks.expect(!order.lines().isEmpty(), "/lines", "write at least one line");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < order.lines().size(); i++) {
            NewOrder.Line line = order.lines().get(i);
            checks.name("/lines/" + i + "/line", line.line(), 64);
            checks.expect(seen.add(line.line()), "/lines/" + i + "/line", "is there twice; number each line once");
            checks.expect(line.quantity() > 0, "/lines/" + i + "/quantity", "write a whole number above 0");
        }
        checks.refuse();
        return order;
    }

    /** Refuses an empty list of lines, and quantities that are not above 0. */
    static void quantities(List<Integer> quantities) {
        OrderChecks checks = new OrderChecks();
        checks.expect(!quantities.isEmpty(), "/lines", "write at least one line");
        for (int i = 0; i < quantities.size(); i++) {
            checks.expect(quantities.get(i) > 0, "/lines/" + i + "/quantity", "write a whole number above 0");
        }
        checks.refuse();
    }

    private void name(String pointer, String text, int longest) {
        boolean fits = !text.isEmpty()
                && text.length() <= longest
                && text.equals(text.strip())
                && text.chars().noneMatch(Character::isISOControl);
        expect(fits, pointer, "write 1 to " + longest + " characters, without line breaks and spaces at the ends");
    }

    private void expect(boolean fits, String pointer, String write) {
        if (!fits) {
            wrong.add(new Refusal.Place(pointer, write));
        }
    }

    private void refuse() {
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
