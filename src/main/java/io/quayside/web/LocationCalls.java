package io.quayside.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quayside.store.Refusal;
import io.quayside.supply.catalogue.Location;
import io.quayside.supply.catalogue.Locations;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Locations by code. */
public final class LocationCalls {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Locations locations;

    public LocationCalls(Locations locations) {
        this.locations = locations;
    }

    public List<Call> calls() {
        return List.of(
                new Call("PUT", "/v1/locations/{code}", List.of("operator"), this::put),
                new Call("GET", "/v1/locations/{code}", List.of("operator", "read"), this::get),
                new Call("GET", "/v1/locations", List.of("operator", "read"), this::list));
    }

    record Body(
            Kind kind,
            Optional<String> partner,
            int handlingDays,
            int rank,
            Optional<String> zone,
            Optional<List<Day>> workingDays,
            Optional<LocalTime> cutoff) {

        Location toLocation(String code) {
            Checks checks = new Checks();
            checks.code("code", code, 64);
            checks.atLeast("/handling_days", Optional.of(handlingDays), 0);
            if (handlingDays > 365) {
                checks.wrong("/handling_days", "write at most 365");
            }
            if (kind == Kind.SUPPLIER && partner.isEmpty()) {
                checks.wrong("/partner", "write whose location this is: kind supplier needs a partner");
            }
            zone.filter(name -> !isZone(name))
                    .ifPresent(name -> checks.wrong("/zone", "write an IANA name, for example Europe/Berlin"));
            workingDays
                    .filter(List::isEmpty)
                    .ifPresent(none -> checks.wrong("/working_days", "name one day or more, or leave it out"));
            checks.refuse();
            return new Location(
                    code,
                    kind.word(),
                    partner,
                    handlingDays,
                    rank,
                    zone.orElse("UTC"),
                    workingDays.map(days ->
                            days.stream().distinct().sorted().map(Day::word).toList()),
                    cutoff.map(TIME::format));
        }

        private static boolean isZone(String name) {
            try {
                return ZoneId.of(name) != null;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    enum Kind {
        WAREHOUSE,
        SUPPLIER;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Day {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Answer put(Request request) {
        locations.put(request.as(Body.class).toLocation(request.path("code")));
        return get(request);
    }

    private Answer get(Request request) {
        String code = request.path("code");
        return Answer.ok(locations
                .find(code)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "there is no location " + code)));
    }

    private Answer list(Request request) {
        int limit = request.query().limit();
        String after = request.query().cursor(1).map(parts -> parts.get(0)).orElse("");
        return Answer.ok(Page.of(locations.after(after, limit + 1), limit, location -> List.of(location.code())));
    }
}
