package io.quayside.routes;

import io.quayside.mapping.Nearest;
import io.quayside.outbox.OutDocuments;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * First step of the kamelet dispatch: has written what is due for the partner, and goes on where there is something to claim.
 * Made by Camel, once a use of it.
 */
public final class DispatchLook implements Processor {
    /** All that a route may take. */
    static final List<String> KINDS = Arrays.stream(OutDocuments.Kind.values())
            .map(OutDocuments.Kind::word)
            .toList();

    private final String route;
    private final String partner;
    private final Set<String> kinds;

    /** {@code kinds} as in the parameter: {@code purchase-order,ack}. */
    public DispatchLook(Object route, Object partner, Object kinds) {
        this.route = route.toString();
        this.partner = partner.toString();
        this.kinds = kinds(kinds.toString());
    }

    /** The kinds of a list as route files write it; an unknown one is refused. */
    static Set<String> kinds(String list) {
        Set<String> kinds = Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
        for (String kind : kinds) {
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException("kinds: there is no kind " + kind
                        + Nearest.to(kind, KINDS)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; write some of " + String.join(",", KINDS)));
            }
        }
        return kinds;
    }

    @Override
    public void process(Exchange exchange) {
        Dispatching dispatching =
                exchange.getContext().getRegistry().lookupByNameAndType("dispatching", Dispatching.class);
        dispatching.look(exchange, route, partner, kinds);
    }
}
