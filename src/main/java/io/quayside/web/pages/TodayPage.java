package io.quayside.web.pages;

import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.web.Answer;
import io.quayside.web.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What needs a person now, and what the day has brought. */
final class TodayPage implements Part {
    private static final int MOST = 20;

    /** A part of the page with something in it. */
    record Group(Concern.Section section, List<Matter> matters, int total) {}

    record Today(List<Group> groups, int total, DayCounts.Counts counts) {}

    private final Sources sources;
    private final Look look;
    private final DayCounts counts = new DayCounts();

    TodayPage(Sources sources, Look look) {
        this.sources = sources;
        this.look = look;
    }

    @Override
    public void addTo(Routing<Place> routing) {
        routing.add("GET", "/", new Place(Place.Access.READER, this::show));
    }

    private Answer show(Visit visit) {
        Frame frame = look.frame("Today", Frame.Tab.TODAY, visit);
        Today today = sources.database().read(handle -> {
            List<Group> groups = groups(handle);
            return new Today(groups, groups.stream().mapToInt(Group::total).sum(), counts.asOf(handle, frame.times()));
        });
        return Look.page(200, out -> JtetodayGenerated.render(out, null, frame, today));
    }

    private List<Group> groups(Handle handle) {
        List<Group> groups = new ArrayList<>();
        for (Concern.Section section : Concern.Section.values()) {
            List<Matter> matters = new ArrayList<>();
            int total = 0;
            for (Concern concern : Concern.values()) {
                if (concern.section() == section) {
                    List<Matter> some = matters(handle, concern);
                    total += some.isEmpty() ? 0 : some.get(0).total();
                    matters.addAll(some);
                }
            }
            if (!matters.isEmpty()) {
                groups.add(new Group(section, matters, total));
            }
        }
        return groups;
    }

    private List<Matter> matters(Handle handle, Concern concern) {
        if (concern == Concern.FILE) {
            List<Sources.RefusedFile> files = sources.refused().get();
            return files.stream()
                    .map(file -> new Matter(concern, "", file.file(), "", file.why(), Optional.empty(), files.size()))
                    .toList();
        }
        return handle
                .createQuery(Sql.named("web/today/" + concern.sql()))
                .bind("limit", MOST)
                .map(Rows.of(Matter.Row.class))
                .stream()
                .map(row -> row.of(concern))
                .toList();
    }
}
