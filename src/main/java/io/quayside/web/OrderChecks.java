package io.quayside.web;

import io.quayside.supply.orders.NewOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What bodies about orders must say beyond their shape; everything that is wrong is named at once. */
final class OrderChecks {
    private static final String ABOVE_0 = "write a whole number above 0";

    private OrderChecks() {}

    /** The order, or a refusal of it. */
    static NewOrder checked(NewOrder order) {
        Checks checks = new Checks();
        checks.code("/storefront", order.storefront(), 64);
        if (order.storefront().contains("/")) {
            checks.wrong("/storefront", "write a code without /");
        }
        checks.code("/number", order.number(), 128);
        if (order.lines().isEmpty()) {
            checks.wrong("/lines", "write at least one line");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < order.lines().size(); i++) {
            NewOrder.Line line = order.lines().get(i);
            String at = "/lines/" + i;
            checks.code(at + "/line", line.line(), 64);
            if (!seen.add(line.line())) {
                checks.wrong(at + "/line", "is there twice; number each line once");
            }
            if (line.quantity() <= 0) {
                checks.wrong(at + "/quantity", ABOVE_0);
            }
        }
        checks.refuse();
        return order;
    }

    /** Refuses an empty list of lines, and quantities that are not above 0. */
    static void quantities(List<Integer> quantities) {
        Checks checks = new Checks();
        if (quantities.isEmpty()) {
            checks.wrong("/lines", "write at least one line");
        }
        for (int i = 0; i < quantities.size(); i++) {
            if (quantities.get(i) <= 0) {
                checks.wrong("/lines/" + i + "/quantity", ABOVE_0);
            }
        }
        checks.refuse();
    }
}
