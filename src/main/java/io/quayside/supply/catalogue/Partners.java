package io.quayside.supply.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Password;
import io.quayside.store.Refusal;
import io.quayside.store.Sql;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Partners by code. What a partner's file says wins over what is put here. Thread-safe. */
public final class Partners {
    private final Database database;

    public Partners(Database database) {
        this.database = database;
    }

    /** A new login: what is empty stays as it was. */
    public record NewLogin(Optional<List<String>> publicKeys, Optional<String> password) {}

    /** Makes or updates a partner; refuses what its file says otherwise. */
    public void put(String code, String name, List<String> kinds, NewLogin login) {
        String hash = login.password().map(Password::hash).orElse(null);
        database.transact(handle -> {
            checkFile(handle, code, name, kinds);
            Update statement = handle.createUpdate(Sql.named("catalogue/upsert_partner"))
                    .bind("code", code)
                    .bind("name", name)
                    .bindArray("kinds", String.class, kinds)
                    .bind("passwordHash", hash);
            login.publicKeys()
                    .ifPresentOrElse(
                            keys -> statement.bindArray("publicKeys", String.class, keys),
                            () -> statement.bindNull("publicKeys", Types.ARRAY));
            statement.execute();
        });
    }

    private static void checkFile(Handle handle, String code, String name, List<String> kinds) {
        JsonNode file = handle.createQuery(Sql.named("catalogue/lock_partner"))
                .bind("code", code)
                .mapTo(String.class)
                .findOne()
                .map(Json::tree)
                .orElse(Json.MAPPER.createObjectNode());
        if (file.has("name") && !file.get("name").asText().equals(name)) {
            throw held(code, "name", file.get("name"));
        }
        if (file.has("kinds")) {
            Set<String> held = new HashSet<>();
            file.get("kinds").forEach(kind -> held.add(kind.asText()));
            if (!held.equals(Set.copyOf(kinds))) {
                throw held(code, "kinds", file.get("kinds"));
            }
        }
    }

    private static Refusal held(String code, String key, JsonNode value) {
        String detail = "mappings/" + code + "/partner.yaml says " + key + ": " + value + "; change it there";
        return new Refusal(Refusal.Kind.CONFLICT, detail, new Refusal.Place("/" + key, detail));
    }

    /** One partner, if it is there. */
    public Optional<Partner> find(String code) {
        return list(code, "", 1).stream().findFirst();
    }

    /** At most {@code limit} partners by code, after {@code code}. */
    public List<Partner> after(String code, int limit) {
        return list(null, code, limit);
    }

    private List<Partner> list(String code, String after, int limit) {
        return database.read(handle -> handle.createQuery(Sql.named("catalogue/list_partners"))
                .bind("code", code)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Partner(
                        row.getString("code"),
                        row.getString("name"),
                        Rows.texts(row, "kinds"),
                        new Partner.Login(Rows.texts(row, "public_keys"), row.getBoolean("password_set")),
                        Rows.texts(row, "from_file")))
                .list());
    }
}
