package io.quayside.routes;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.camel.CamelContext;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;

/** A session with an SFTP server, made by camel-ftp: keys, host keys, time-outs. */
final class SftpSession {
    private static final int CONNECT_MS = 10_000;
    private static final int ALIVE_MS = 15_000;
    private static final int ALIVE_TIMES = 2;

    /** Opens camel-ftp's door to its session. */
    private static final class Sessions extends SftpOperations {
        Session of(SftpConfiguration configuration) throws JSchException {
            return createSession(configuration);
        }
    }

    private SftpSession() {}

    /** Connects, proves who the server is, and logs in. */
    static Session open(SiteAddress address, CamelContext camel, Patience.Wait waiting) throws SiteFailure {
        Session session = null;
        try {
            session = session(address, camel);
            session.setSocketFactory(new Sockets(waiting));
            session.connect(CONNECT_MS);
            return session;
        } catch (JSchException e) {
            if (session != null) {
                session.disconnect();
            }
            throw new SiteFailure(SftpSentence.of(e, address), e);
        }
    }

    /** A hanging connection is broken off where the library cannot be asked: at its socket. */
    private record Sockets(Patience.Wait waiting) implements SocketFactory {
        @Override
        public Socket createSocket(String host, int port) throws IOException {
            Socket socket = new Socket();
            waiting.on(socket);
            socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
            return socket;
        }

        @Override
        public InputStream getInputStream(Socket socket) throws IOException {
            return socket.getInputStream();
        }

        @Override
        public OutputStream getOutputStream(Socket socket) throws IOException {
            return socket.getOutputStream();
        }
    }

    private static Session session(SiteAddress address, CamelContext camel) throws JSchException, SiteFailure {
        SftpConfiguration configuration = new SftpConfiguration();
        configuration.setHost(address.host());
        configuration.setPort(address.port());
        configuration.setUsername(address.login().username());
        address.login().password().ifPresent(configuration::setPassword);
        address.login().privateKey().ifPresent(configuration::setPrivateKeyFile);
        address.login().passphrase().ifPresent(configuration::setPrivateKeyPassphrase);
        configuration.setPreferredAuthentications("publickey,password,keyboard-interactive");
        configuration.setStrictHostKeyChecking("yes");
        configuration.setUseUserKnownHostsFile(false);
        trust(address, configuration);
        configuration.setConnectTimeout(CONNECT_MS);
        configuration.setServerAliveInterval(ALIVE_MS);
        configuration.setServerAliveCountMax(ALIVE_TIMES);
        configuration.setJschLoggingLevel(LoggingLevel.OFF);
        configuration.setServerMessageLoggingLevel(LoggingLevel.OFF);
        Sessions sessions = new Sessions();
        sessions.setEndpoint(new SftpEndpoint(
                "sftp:" + address.server(), camel.getComponent("sftp", SftpComponent.class), configuration));
        return sessions.of(configuration);
    }

    private static void trust(SiteAddress address, SftpConfiguration configuration) throws SiteFailure {
        SiteAddress.Trust trust = address.trust();
        if (trust.hostKey().isPresent()) {
            String host = address.port() == SiteAddress.Kind.SFTP.port()
                    ? address.host()
                    : "[" + address.host() + "]:" + address.port();
            configuration.setKnownHosts(
                    (host + " " + trust.hostKey().get() + "\n").getBytes(StandardCharsets.US_ASCII));
        } else if (Files.isReadable(trust.knownHosts())) {
            configuration.setKnownHostsFile(trust.knownHosts().toString());
        } else {
            throw new SiteFailure("the host key of " + address.server() + " is not known: there is no file "
                    + trust.knownHosts() + "; " + SftpSentence.howToKnow(address));
        }
    }
}
