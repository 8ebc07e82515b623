package io.quayside.routes;

import io.quayside.store.Database;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The built-in SFTP server: files, and nothing else (no shell, no commands, no forwarding). */
final class SftpServer implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final int SESSIONS_A_PARTNER = 20;

    private final SshServer server;

    private SftpServer(SshServer server) {
        this.server = server;
    }

    /** Loads the cryptography on another thread: it takes a second, which the start of the database leaves to us. */
    static void prepare() {
        Thread thread = new Thread(SshServer::setUpDefaultServer, "sftp-prepare");
        thread.setDaemon(true);
        thread.start();
    }

    /** Listens when it returns; a taken port throws. Port 0 takes a free one. */
    static SftpServer start(
            String host, int port, PartnerFolders folders, Path keys, Database database, SftpUploads uploads) {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(host);
        server.setPort(port);
        SftpLogins logins = new SftpLogins(database);
        server.setPublickeyAuthenticator(logins);
        server.setPasswordAuthenticator(logins);
        server.setKeyboardInteractiveAuthenticator(DefaultKeyboardInteractiveAuthenticator.INSTANCE);
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) {
                return folders.of(session.getUsername());
            }
        });
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new SftpPolicy())
                .build();
        sftp.addSftpEventListener(uploads);
        server.setSubsystemFactories(List.of(sftp));
        // Without it a small file waits for the other side's delayed acknowledgement: a ninth of the files a second.
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, SESSIONS_A_PARTNER);
        SftpModuleProperties.CLIENT_EXTENSIONS.set(server, "");
        SftpModuleProperties.AUTO_FOLLOW_LINKS.set(server, false);
        try {
            server.setKeyPairProvider(HostKeys.in(keys));
            server.start();
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "cannot open SFTP port " + port + " on " + host + ": " + e.getMessage()
                            + "; stop what uses it, or choose another with --sftp");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make or read the host keys in " + keys, e);
        }
        return new SftpServer(server);
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
