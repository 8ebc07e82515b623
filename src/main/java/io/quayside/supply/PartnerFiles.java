package io.quayside.supply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.Acknowledge;
import io.quayside.mapping.PartnerFile;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Sql;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Makes partners and their locations what {@code mappings/CODE/partner.yaml} says (contracts, section 3). */
public final class PartnerFiles {
    private final Database database;
    private final Sweep sweep;

    public PartnerFiles(Database database, Sweep sweep) {
        this.database = database;
        this.sweep = sweep;
    }

    /**
     * Takes all files there are; what a file no longer says may be set by PUT again. What lies or is expected at a location
     * that is another now is planned again soon after.
     */
    public void load(Collection<PartnerFile> files) {
        List<PartnerFile> all = List.copyOf(files);
        database.transact(handle -> {
            handle.createUpdate(Sql.named("supply/load_partners"))
                    .bindArray(
                            "codes",
                            String.class,
                            all.stream().map(PartnerFile::code).toList())
                    .bindArray(
                            "files",
                            String.class,
                            all.stream().map(PartnerFiles::said).toList())
                    .execute();
            handle.createQuery(Sql.named("supply/load_partner_locations"))
                    .mapTo(String.class)
                    .list()
                    .forEach(location -> planAgain(handle, location));
        });
    }

    private void planAgain(Handle handle, String location) {
        List<String> skus = handle.createQuery(Sql.named("catalogue/skus_at_location"))
                .bind("location", location)
                .mapTo(String.class)
                .list();
        if (!skus.isEmpty()) {
            sweep.mark(handle, skus, Trigger.call("location " + location));
        }
    }

    private static String said(PartnerFile file) {
        ObjectNode said = Json.MAPPER.createObjectNode();
        file.name().ifPresent(name -> said.put("name", name));
        if (!file.kinds().isEmpty()) {
            said.set("kinds", Json.MAPPER.valueToTree(file.kinds()));
        }
        file.location().ifPresent(location -> said.set("location", location(location)));
        if (file.terms().acknowledge().send() == Acknowledge.Send.OFF) {
            said.put("acknowledge", false);
        }
        file.terms().staleAfter().ifPresent(after -> said.putObject("stale").put("after", after.toString()));
        file.dropship().ifPresent(dropship -> said.set("dropship", dropship(dropship)));
        if (file.terms().transitDays() > 0) {
            said.put("transit_days", file.terms().transitDays());
        }
        return Json.write(said);
    }

    private static ObjectNode dropship(PartnerFile.Dropship dropship) {
        ObjectNode said = Json.MAPPER.createObjectNode();
        dropship.cutoff().ifPresent(cutoff -> said.put("cutoff", cutoff.toString()));
        dropship.ackWithin().ifPresent(within -> said.put("ack_within", within.toString()));
        return said.put("books", dropship.books().word());
    }

    private static ObjectNode location(PartnerFile.Location location) {
        ObjectNode said = Json.MAPPER.createObjectNode();
        said.put("code", location.code());
        said.put("handling_days", location.handlingDays());
        said.put("rank", location.rank());
        location.zone().ifPresent(zone -> said.put("zone", zone));
        if (!location.workingDays().isEmpty()) {
            said.set("working_days", Json.MAPPER.valueToTree(location.workingDays()));
        }
        location.cutoff().ifPresent(cutoff -> said.put("cutoff", cutoff));
        return said;
    }
}
