package io.quayside.supply;

import io.quayside.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** On hand at suppliers' locations, as far as units of customers' lines move there (rule 8). The SKUs and locations are locked. */
public final class PartnersStock {
    private PartnersStock() {}

    /**
     * Units that left a location or turned out not to lie there; below zero they came back.
     *
     * @param kind of movement: shipment, denial
     * @param effectiveAt since when the supplier's inventories are without them
     */
    public record Gone(
            String sku,
            String location,
            int quantity,
            String kind,
            Instant effectiveAt,
            Optional<String> position,
            String reason) {}

    /** Takes them from on hand, as far as the last inventory there did not; answers how many stock rows changed. */
    public static int take(Handle handle, Optional<Long> document, List<Gone> gone) {
        return handle.createQuery(Sql.named("supply/take_from_partners"))
                .bind("document", document)
                .bindArray("skus", String.class, Columns.of(gone, Gone::sku))
                .bindArray("locations", String.class, Columns.of(gone, Gone::location))
                .bindArray("quantities", Integer.class, Columns.of(gone, Gone::quantity))
                .bindArray("kinds", String.class, Columns.of(gone, Gone::kind))
                .bindArray("effective_at", String.class, Columns.of(gone, one -> one.effectiveAt()
                        .toString()))
                .bindArray("positions", String.class, Columns.texts(gone, Gone::position))
                .bindArray("reasons", String.class, Columns.of(gone, Gone::reason))
                .mapTo(Integer.class)
                .one();
    }
}
