package io.quayside.routes;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a site is and how to get in.
 *
 * @param folder relative to where the login arrives, or absolute
 * @param trust who the server has to be
 */
record SiteAddress(Kind kind, String host, int port, String folder, Login login, Trust trust) {
    enum Kind {
        SFTP(22),
        FTPS(21),
        FOLDER(0);

        private final int port;

        Kind(int port) {
            this.port = port;
        }

        /** Where such a server usually listens. */
        int port() {
            return port;
        }
    }

    /** {@code privateKey} names a file; {@code passphrase} opens it. */
    record Login(String username, Optional<String> password, Optional<String> privateKey, Optional<String> passphrase) {
        /** Without the secrets. */
        @Override
        public String toString() {
            return username;
        }
    }

    /**
     * SFTP: {@code hostKey} as in an .pub file, else what {@code knownHosts} says. FTPS: {@code certificate}, a PEM file of
     * the server's certificate or of who signed it, else whom Java trusts.
     */
    record Trust(Path knownHosts, Optional<String> hostKey, Optional<String> certificate, boolean implicit) {}

    /** Another folder on the same server. */
    SiteAddress at(String other) {
        return new SiteAddress(kind, host, port, other, login, trust);
    }

    String server() {
        return host + ":" + port;
    }
}
