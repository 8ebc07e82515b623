package io.quayside.supply;

import io.quayside.store.Refusal;
import io.quayside.store.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Refuses calls about what is not known. */
final class Known {
    private Known() {}

    /** Refuses with 404 where there is no such item. */
    static void item(Handle handle, String sku) {
        if (!skus(handle, List.of(sku)).contains(sku)) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "there is no item " + sku + "; PUT /v1/items/" + sku + " makes it");
        }
    }

    /** Refuses with 400 and a pointer for each SKU of {@code lines} that is not known. */
    static void lines(Handle handle, List<String> skus) {
        Set<String> known = skus(handle, skus);
        Refusal.Place[] wrong = IntStream.range(0, skus.size())
                .filter(i -> !known.contains(skus.get(i)))
                .mapToObj(i -> new Refusal.Place("/lines/" + i + "/sku", "there is no item " + skus.get(i)))
                .toArray(Refusal.Place[]::new);
        if (wrong.length > 0) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    wrong[0].pointer() + ": " + wrong[0].detail() + "; PUT /v1/items makes it",
                    wrong);
        }
    }

    /** The location's kind; empty where there is none. */
    static Optional<String> location(Handle handle, String code) {
        Map<String, String> kinds = handle
                .createQuery(Sql.named("supply/location_kinds"))
                .bindArray("codes", String.class, List.of(code))
                .map((row, context) -> Map.entry(row.getString("code"), row.getString("kind")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Optional.ofNullable(kinds.get(code));
    }

    static boolean partner(Handle handle, String code) {
        return handle.createQuery(Sql.named("supply/known_partner"))
                .bind("code", code)
                .mapTo(Boolean.class)
                .one();
    }

    private static Set<String> skus(Handle handle, List<String> skus) {
        return new HashSet<>(handle.createQuery(Sql.named("supply/known_skus"))
                .bindArray("skus", String.class, skus)
                .mapTo(String.class)
                .list());
    }
}
