package io.quayside.supply.catalogue;

import io.quayside.store.Database;
import io.quayside.store.Sql;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Storefronts by code. Thread-safe. */
public final class Storefronts {
    private final Database database;

    public Storefronts(Database database) {
        this.database = database;
    }

    /** Makes or renames a storefront. */
    public void put(Storefront storefront) {
        database.transact(handle -> handle.createUpdate(Sql.named("catalogue/upsert_storefront"))
                .bind("code", storefront.code())
                .bind("name", storefront.name())
                .execute());
    }

    /** One storefront, if it is there. */
    public Optional<Storefront> find(String code) {
        return list(code, "", 1).stream().findFirst();
    }

    /** At most {@code limit} storefronts by code, after {@code code}. */
    public List<Storefront> after(String code, int limit) {
        return list(null, code, limit);
    }

    private List<Storefront> list(String code, String after, int limit) {
        return database.read(handle -> handle.createQuery(Sql.named("catalogue/list_storefronts"))
                .bind("code", code)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Storefront.class))
                .list());
    }
}
