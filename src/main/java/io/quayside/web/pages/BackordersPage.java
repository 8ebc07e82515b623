package io.quayside.web.pages;

import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.orders.Decision;
import io.quayside.web.Answer;
import io.quayside.web.Routing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who waits for what, in the order in which supply goes out, and why. */
final class BackordersPage implements Part {
    private static final int ROWS = 50;
    private static final int DECISIONS = 100;

    /** A waiting line with its newest decision and what it is promised from. */
    record Waiting(
            long id,
            String storefront,
            String number,
            String line,
            String sku,
            String item,
            int quantity,
            int units,
            int priority,
            Instant placedAt,
            Optional<LocalDate> requested,
            Optional<LocalDate> original,
            Optional<LocalDate> current,
            boolean exception,
            Optional<String> rule,
            Optional<Integer> rank,
            Optional<Integer> unitsAhead,
            Optional<String> needed,
            String pegs) {

        List<Covering> covering() {
            return Covering.read(pegs);
        }

        /** Promised later than first said or asked for, or not at all. */
        boolean isLate() {
            return current.isEmpty()
                    || original.filter(current.get()::isAfter).isPresent()
                    || requested.filter(current.get()::isAfter).isPresent();
        }

        String address() {
            return Look.line(storefront, number, line);
        }
    }

    /** What the lines of one SKU have to go round. */
    record Shelf(String sku, int onHand, int reserved, int safety, int expected, Optional<LocalDate> next) {}

    /** Lines of one SKU, one after the other. */
    record Queue(Shelf shelf, String item, List<Waiting> lines) {}

    record Listing(List<Queue> queues, Query filter, List<String> partners, boolean first, Optional<String> more) {}

    /** A line of an order with its history. */
    record Line(
            long id,
            String storefront,
            String number,
            String line,
            String sku,
            String item,
            int quantity,
            int allocated,
            int released,
            int shipped,
            int cancelled,
            Optional<LocalDate> requested,
            Optional<LocalDate> original,
            Optional<LocalDate> current,
            String ship,
            int priority,
            Instant placedAt,
            boolean hold,
            boolean exception,
            String allocations,
            String pegs) {

        List<Covering> covering() {
            return Covering.read(pegs);
        }

        int waiting() {
            return quantity - released - shipped - cancelled - allocated;
        }
    }

    record Told(Line line, List<Decision> decisions) {}

    private final Sources sources;
    private final Look look;

    BackordersPage(Sources sources, Look look) {
        this.sources = sources;
        this.look = look;
    }

    @Override
    public void addTo(Routing<Place> routing) {
        routing.add("GET", "/backorders", new Place(Place.Access.READER, this::show));
        routing.add("GET", "/orders/{storefront}/{number}/lines/{line}", new Place(Place.Access.READER, this::explain));
    }

    private Answer show(Visit visit) {
        Query filter = Query.of(visit, "sku", "partner", "storefront", "late");
        Listing listing = sources.database().read(handle -> listing(handle, visit, filter));
        Frame frame = look.frame("Backorders", Frame.Tab.BACKORDERS, visit);
        return Look.page(200, out -> JtebackordersGenerated.render(out, null, frame, listing));
    }

    private Listing listing(Handle handle, Visit visit, Query filter) {
        Optional<Long> after = visit.number("after");
        List<Waiting> found = handle.createQuery(Sql.named("web/waiting_lines"))
                .bind("sku", filter.value("sku"))
                .bind("partner", filter.value("partner"))
                .bind("storefront", filter.value("storefront"))
                .bind("late", "true".equals(filter.value("late")))
                .bind("requestedFirst", sources.merchant().requestedFirst())
                .bind("after", after.orElse(null))
                .bind("limit", ROWS + 1)
                .map(Rows.of(Waiting.class))
                .list();
        List<Waiting> lines = found.subList(0, Math.min(ROWS, found.size()));
        return new Listing(
                queues(handle, lines),
                filter,
                handle.createQuery(Sql.named("web/partners"))
                        .mapTo(String.class)
                        .list(),
                after.isEmpty(),
                found.size() > ROWS
                        ? Optional.of(filter.and(
                                "after", Long.toString(lines.get(ROWS - 1).id())))
                        : Optional.empty());
    }

    private static List<Queue> queues(Handle handle, List<Waiting> lines) {
        List<String> skus = lines.stream().map(Waiting::sku).distinct().toList();
        List<Queue> queues = new ArrayList<>();
        for (Shelf shelf : handle.createQuery(Sql.named("web/shelves"))
                .bindArray("skus", String.class, skus)
                .map(Rows.of(Shelf.class))
                .list()) {
            List<Waiting> own = lines.stream()
                    .filter(line -> line.sku().equals(shelf.sku()))
                    .toList();
            queues.add(new Queue(shelf, own.get(0).item(), own));
        }
        return queues;
    }

    private Answer explain(Visit visit) {
        Told told = sources.database().read(handle -> {
            Line line = handle.createQuery(Sql.named("web/line"))
                    .bind("storefront", visit.path().get("storefront"))
                    .bind("number", visit.path().get("number"))
                    .bind("line", visit.path().get("line"))
                    .map(Rows.of(Line.class))
                    .findOne()
                    .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "There is no such line of an order."));
            return new Told(line, Decision.of(handle, line.id(), Long.MAX_VALUE, DECISIONS));
        });
        Frame frame = look.frame(
                "Order " + told.line().number() + ", line " + told.line().line(), Frame.Tab.BACKORDERS, visit);
        return Look.page(200, out -> JtelineGenerated.render(out, null, frame, told));
    }
}
