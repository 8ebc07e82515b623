package io.quayside.web.pages;

import io.quayside.store.Database;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.web.ApiKeys;
import java.util.Optional;

/** Who is signed in. A session ends 12 hours after its last page, at the logout, or with its key. */
final class Sessions {
    private final Database database;

    Sessions(Database database) {
        this.database = database;
    }

    /** Begins a session of this key and answers its token, which is stored only as a hash. */
    String begin(String keyId) {
        String token = ApiKeys.random();
        database.transact(handle -> {
            handle.createUpdate(Sql.named("web/forget_sessions")).execute();
            handle.createUpdate(Sql.named("web/begin_session"))
                    .bind("token", ApiKeys.hash(token))
                    .bind("key", keyId)
                    .execute();
        });
        return token;
    }

    Optional<Session> find(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        return database.inTransaction(handle -> handle.createQuery(Sql.named("web/touch_session"))
                .bind("token", ApiKeys.hash(token))
                .map(Rows.of(Session.class))
                .findOne());
    }

    void end(String token) {
        database.transact(handle -> handle.createUpdate(Sql.named("web/end_session"))
                .bind("token", ApiKeys.hash(token))
                .execute());
    }
}
