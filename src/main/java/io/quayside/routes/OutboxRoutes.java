package io.quayside.routes;

import io.quayside.outbox.OutDocuments.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Acknowledgements and reports that no route of the partner's takes go to its outbox on our SFTP server, one a look.
 * Purchase orders wait for a route: nobody may be looking there.
 */
final class OutboxRoutes extends RouteBuilder {
    static final String ROUTE = "core-outbox";
    private static final List<String> OURS = List.of(Kind.ACK.word(), Kind.REPORT.word());

    private final DueKinds due;
    private final Sending sending;
    private final Dispatching dispatching;
    private final Outboxes outboxes;
    private final Predicate<DueKinds.Due> taken;
    /** What was due at the last look, and who of that had nothing to claim. One thread looks. */
    private List<DueKinds.Due> seen = List.of();

    private final Set<String> empty = new HashSet<>();

    /** {@code taken}: whether a route file takes such documents, whether it runs at the moment or not. */
    OutboxRoutes(
            DueKinds due, Sending sending, Dispatching dispatching, Outboxes outboxes, Predicate<DueKinds.Due> taken) {
        this.due = due;
        this.sending = sending;
        this.dispatching = dispatching;
        this.outboxes = outboxes;
        this.taken = taken;
    }

    @Override
    public void configure() {
        from("scheduler:outboxes?initialDelay=1000&delay=1000&greedy=true&synchronous=true"
                        + "&scheduledExecutorService=#bean:senders&exceptionHandler=#bean:oneLine")
                .routeId(ROUTE)
                .process(this::next)
                .to("sql:classpath:sql/routes/claim_out.sql?dataSource=#bean:database")
                .process(this::pass)
                .process(dispatching)
                .process(outboxes);
    }

    /** Chooses whose document comes next. */
    private void next(Exchange exchange) {
        sending.tellAnswered();
        List<DueKinds.Due> now = due.all();
        if (now != seen) {
            seen = now;
            empty.clear();
        }
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, false);
        now.stream()
                .filter(d -> OURS.contains(d.kind()) && !empty.contains(d.partner()) && !taken.test(d))
                .findFirst()
                .ifPresentOrElse(
                        d -> {
                            exchange.setProperty(Outboxes.PARTNER, d.partner());
                            Dispatching.about(exchange, ROUTE, d.partner(), untaken(d.partner()));
                        },
                        () -> exchange.setRouteStop(true));
    }

    private void pass(Exchange exchange) {
        if (exchange.getMessage().getBody(List.class).isEmpty()) {
            empty.add(exchange.getProperty(Outboxes.PARTNER, String.class));
            exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, true);
        }
    }

    private Set<String> untaken(String partner) {
        return OURS.stream()
                .filter(kind -> !taken.test(new DueKinds.Due(partner, kind)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
