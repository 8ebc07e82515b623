package io.quayside.web;

import io.quayside.store.Database;
import io.quayside.store.Sha256;
import io.quayside.store.Sql;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The keys of the API. Only the SHA-256 of a key is stored: keys are random and long, so nobody can guess one from its
 * hash, and a plain hash is found by index.
 */
public final class ApiKeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;

    public ApiKeys(Database database) {
        this.database = database;
    }

    /** A new key: 32 random bytes, readable. */
    public static String fresh() {
        return "qk_" + random();
    }

    /** A secret of 32 random bytes, readable. */
    public static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Makes {@code key} the installation's first admin key (id {@code admin}) in place of the one before. */
    public void setAdmin(String key) {
        database.transact(handle -> handle.createUpdate(Sql.named("web/set_admin_key"))
                .bind("hash", hash(key))
                .execute());
    }

    /** Whose key this is; empty for one that was never made or is revoked. */
    public Optional<Principal> find(String key) {
        return database.read(handle -> handle.createQuery(Sql.named("web/find_key"))
                .bind("hash", hash(key))
                .map(ConstructorMapper.of(Principal.class))
                .findOne());
    }

    /** Stores {@code key} and answers its id. */
    String add(String scope, String name, String key) {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        String id = "key_" + HexFormat.of().formatHex(bytes);
        database.transact(handle -> handle.createUpdate(Sql.named("web/insert_key"))
                .bind("id", id)
                .bind("name", name)
                .bind("scope", scope)
                .bind("hash", hash(key))
                .execute());
        return id;
    }

    /** Ends a key; says whether there was one to end. */
    boolean revoke(String id) {
        return database.inTransaction(handle -> handle.createUpdate(Sql.named("web/revoke_key"))
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /** The hash that a key, or another long random secret, is stored as. */
    public static byte[] hash(String key) {
        return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    }
}
