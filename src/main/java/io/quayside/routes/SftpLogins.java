package io.quayside.routes;

import io.quayside.store.Database;
import io.quayside.store.Password;
import io.quayside.store.Sql;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may log in: a partner by its code, with a key or the password registered for it. Asked anew at each login. */
final class SftpLogins implements PublickeyAuthenticator, PasswordAuthenticator {
    private static final Logger log = LoggerFactory.getLogger(SftpLogins.class);

    private record Login(List<String> keys, Optional<String> passwordHash) {}

    private static final String NOBODYS = Password.hash("");

    private final Database database;

    SftpLogins(Database database) {
        this.database = database;
    }

    @Override
    public boolean authenticate(String username, PublicKey key, ServerSession session) {
        return login(username)
                .map(login -> login.keys().stream().anyMatch(line -> isKey(username, line, key)))
                .orElse(false);
    }

    @Override
    public boolean authenticate(String username, String password, ServerSession session) {
        Optional<String> hash = login(username).flatMap(Login::passwordHash);
        // Nobody's password takes as long to refuse as a partner's: codes cannot be told by the time.
        return Password.matches(password, hash.orElse(NOBODYS)) && hash.isPresent();
    }

    private Optional<Login> login(String partner) {
        if (!PartnerFolders.isCode(partner)) {
            return Optional.empty();
        }
        return database.read(handle -> handle.createQuery(Sql.named("routes/sftp_login"))
                .bind("partner", partner)
                .map((row, context) -> new Login(
                        texts(row.getArray("public_keys")), Optional.ofNullable(row.getString("password_hash"))))
                .findOne());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static boolean isKey(String partner, String line, PublicKey key) {
        try {
            PublicKey known = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line)
                    .resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
            return KeyUtils.compareKeys(known, key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            log.warn("a public key of partner {} cannot be read: write one line as in an .pub file", partner);
            return false;
        }
    }
}
