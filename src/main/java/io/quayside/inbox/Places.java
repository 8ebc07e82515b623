package io.quayside.inbox;

import io.quayside.mapping.PartnerFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a partner's lines may lie.
 *
 * @param warehousing whether the partner is a warehouse: only those count goods in
 * @param all every location
 * @param own those whose inventory the partner may state
 * @param warehouses our warehouses
 * @param home the partner's location where a line names none
 * @param firstWarehouse our warehouse of lowest rank
 */
record Places(
        boolean warehousing,
        Set<String> all,
        Set<String> own,
        Set<String> warehouses,
        Optional<String> home,
        Optional<String> firstWarehouse) {

    /** A row of {@code location}. */
    record Place(String code, String kind, Optional<String> partner, int rank) {
        boolean isWarehouse() {
            return kind.equals("warehouse");
        }
    }

    static Places of(List<Place> places, Claim claim, PartnerFile file) {
        return of(places, List.of(claim.partnerKinds()).contains("warehouse"), claim.partner(), file);
    }

    static Places of(List<Place> places, boolean warehousing, String partner, PartnerFile file) {
        Set<String> all = new HashSet<>();
        Set<String> own = new HashSet<>();
        Set<String> warehouses = new HashSet<>();
        for (Place place : places) {
            all.add(place.code());
            if (place.isWarehouse()) {
                warehouses.add(place.code());
            }
            boolean its = place.partner().isPresent() && place.partner().get().equals(partner);
            if (its || (warehousing && place.isWarehouse() && place.partner().isEmpty())) {
                own.add(place.code());
            }
        }
        Optional<String> named = file.location().map(PartnerFile.Location::code).filter(own::contains);
        Optional<String> firstWarehouse =
                places.stream().filter(Place::isWarehouse).map(Place::code).findFirst();
        return new Places(
                warehousing, all, own, warehouses, named.or(() -> only(places, own, partner)), firstWarehouse);
    }

    /** The one location that belongs to the partner, else the one that it may speak of. */
    private static Optional<String> only(List<Place> places, Set<String> own, String partner) {
        List<String> belonging = places.stream()
                .filter(p -> p.partner().equals(Optional.of(partner)))
                .map(Place::code)
                .toList();
        if (belonging.size() == 1) {
            return Optional.of(belonging.get(0));
        }
        return own.size() == 1 ? Optional.of(own.iterator().next()) : Optional.empty();
    }
}
