package io.quayside.web.pages;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.web.Answer;
import io.quayside.web.Routing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The archive: every document in and out, newest first. */
final class DocumentsPage implements Part {
    static final List<String> STATUSES = List.of(
            "held", "rejected", "refused", "kept", "staged", "applied", "sent", "acknowledged", "ignored", "duplicate");

    private static final int ROWS = 50;

    /** A line of the list. */
    record Row(
            long id,
            String direction,
            String partner,
            String mapping,
            Optional<String> kind,
            String name,
            Instant receivedAt,
            String status,
            Optional<String> reason,
            int rows,
            int problems,
            int changes) {}

    record Listing(List<Row> rows, Query filter, List<String> partners, boolean first, Optional<String> older) {}

    private final Sources sources;
    private final Look look;

    DocumentsPage(Sources sources, Look look) {
        this.sources = sources;
        this.look = look;
    }

    @Override
    public void addTo(Routing<Place> routing) {
        routing.add("GET", "/documents", new Place(Place.Access.READER, this::show));
    }

    private Answer show(Visit visit) {
        Query filter = Query.of(visit, "partner", "direction", "status", "name");
        Listing listing = sources.database().read(handle -> {
            List<Row> rows = handle.createQuery(Sql.named("web/documents"))
                    .bind("partner", filter.value("partner"))
                    .bind("direction", filter.value("direction"))
                    .bind("status", filter.value("status"))
                    .bind("name", filter.value("name"))
                    .bind("before", visit.number("before").orElse(null))
                    .bind("limit", ROWS + 1)
                    .map(Rows.of(Row.class))
                    .list();
            List<Row> shown = rows.subList(0, Math.min(ROWS, rows.size()));
            Optional<String> older = rows.size() > ROWS
                    ? Optional.of(filter.and(
                            "before", Long.toString(shown.get(ROWS - 1).id())))
                    : Optional.empty();
            List<String> partners = handle.createQuery(Sql.named("web/partners"))
                    .mapTo(String.class)
                    .list();
            return new Listing(shown, filter, partners, visit.number("before").isEmpty(), older);
        });
        Frame frame = look.frame("Documents", Frame.Tab.DOCUMENTS, visit);
        return Look.page(200, out -> JtedocumentsGenerated.render(out, null, frame, listing));
    }
}
