package io.quayside.supply.catalogue;

import io.quayside.store.Database;
import io.quayside.store.Refusal;
import io.quayside.store.Sql;
import io.quayside.supply.Sweep;
import io.quayside.supply.Trigger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Locations by code. A change of one is a change for all that lies there: those SKUs are planned again soon after. What a
 * partner's file says of its location is changed there. Thread-safe.
 */
public final class Locations {
    private final Database database;
    private final Sweep sweep;

    public Locations(Database database, Sweep sweep) {
        this.database = database;
        this.sweep = sweep;
    }

    /** Makes or updates a location. */
    public void put(Location location) {
        database.transact(handle -> {
            checkPartner(handle, location);
            checkFile(handle, location);
            if (write(handle, location)) {
                List<String> skus = handle.createQuery(Sql.named("catalogue/skus_at_location"))
                        .bind("location", location.code())
                        .mapTo(String.class)
                        .list();
                if (!skus.isEmpty()) {
                    sweep.mark(handle, skus, Trigger.call("location " + location.code()));
                }
            }
        });
    }

    private static boolean write(Handle handle, Location location) {
        return handle.createQuery(Sql.named("catalogue/upsert_location"))
                .bind("code", location.code())
                .bind("kind", location.kind())
                .bind("partner", location.partner().orElse(null))
                .bind("handlingDays", location.handlingDays())
                .bind("rank", location.rank())
                .bind("zone", location.zone())
                .bind(
                        "workingDays",
                        location.workingDays()
                                .map(days -> "{" + String.join(",", days) + "}")
                                .orElse(null))
                .bind("cutoff", location.cutoff().orElse(null))
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    private static void checkPartner(Handle handle, Location location) {
        String partner = location.partner().orElse(null);
        if (partner != null
                && handle.createQuery(Sql.named("catalogue/lock_partner"))
                        .bind("code", partner)
                        .mapTo(String.class)
                        .findOne()
                        .isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "there is no partner " + partner + "; put it first",
                    new Refusal.Place("/partner", "there is no partner " + partner));
        }
    }

    private static void checkFile(Handle handle, Location location) {
        handle.createQuery(Sql.named("catalogue/file_of_location"))
                .bind("location", location.code())
                .mapTo(String.class)
                .findOne()
                .filter(holder -> !find(handle, location.code()).equals(Optional.of(location)))
                .ifPresent(holder -> {
                    throw new Refusal(
                            Refusal.Kind.CONFLICT,
                            "mappings/" + holder + "/partner.yaml says what location " + location.code()
                                    + " is; change it there");
                });
    }

    /** One location, if it is there. */
    public Optional<Location> find(String code) {
        return database.read(handle -> find(handle, code));
    }

    /** At most {@code limit} locations by code, after {@code code}. */
    public List<Location> after(String code, int limit) {
        return database.read(handle -> list(handle, null, code, limit));
    }

    private static Optional<Location> find(Handle handle, String code) {
        return list(handle, code, "", 1).stream().findFirst();
    }

    private static List<Location> list(Handle handle, String code, String after, int limit) {
        return handle.createQuery(Sql.named("catalogue/list_locations"))
                .bind("code", code)
                .bind("after", after)
                .bind("limit", limit)
                .map(Locations::location)
                .list();
    }

    private static Location location(ResultSet row, StatementContext context) throws SQLException {
        List<String> days = Rows.texts(row, "working_days");
        return new Location(
                row.getString("code"),
                row.getString("kind"),
                Rows.optional(row, "partner", String.class),
                row.getInt("handling_days"),
                row.getInt("rank"),
                row.getString("zone"),
                days.isEmpty() ? Optional.empty() : Optional.of(days),
                Rows.optional(row, "cutoff", String.class));
    }
}
