package io.quayside.routes;

import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.FtpsComponent;
import org.apache.camel.component.file.remote.FtpsConfiguration;
import org.apache.camel.component.file.remote.FtpsEndpoint;
import org.apache.camel.component.file.remote.FtpsOperations;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * A login at an FTP server behind TLS, made by camel-ftp; who the server is, is proved here, because the library's own client
 * takes any certificate that has not expired.
 */
final class FtpsSession {
    private static final int CONNECT_MS = 10_000;
    private static final int SILENCE_MS = 30_000;

    private FtpsSession() {}

    /** Connects, proves who the server is, and logs in. */
    static FTPSClient open(SiteAddress address, CamelContext camel, Patience.Wait waiting) throws SiteFailure {
        FTPSClient client = client(address, waiting);
        try {
            FtpsConfiguration configuration = new FtpsConfiguration();
            configuration.setHost(address.host());
            configuration.setPort(address.port());
            configuration.setUsername(address.login().username());
            configuration.setPassword(address.login().password().orElse(""));
            configuration.setPassiveMode(true);
            configuration.setBinary(true);
            FtpsEndpoint endpoint = new FtpsEndpoint(
                    "ftps:" + address.server(), camel.getComponent("ftps", FtpsComponent.class), configuration);
            endpoint.setMaximumReconnectAttempts(0);
            endpoint.setSoTimeout(SILENCE_MS);
            FtpsOperations operations = new FtpsOperations(client, null);
            operations.setEndpoint(endpoint);
            operations.connect(configuration, null);
            return client;
        } catch (GenericFileOperationFailedException e) {
            close(client);
            throw new SiteFailure(refusal(e, address), e);
        }
    }

    /** The library's client, whose sockets can be closed where it hangs. */
    private static final class Client extends FTPSClient {
        private final Patience.Wait waiting;

        Client(boolean implicit, SSLContext trusted, Patience.Wait waiting) {
            super(implicit, trusted);
            this.waiting = waiting;
        }

        @Override
        protected void _connectAction_() throws IOException {
            waiting.on(_socket_);
            super._connectAction_();
        }

        @Override
        protected void _prepareDataSocket_(Socket socket) {
            waiting.on(socket);
        }
    }

    private static FTPSClient client(SiteAddress address, Patience.Wait waiting) throws SiteFailure {
        try {
            FTPSClient client = new Client(
                    address.trust().implicit(),
                    Certificates.trusted(address.trust().certificate()),
                    waiting);
            client.setEndpointCheckingEnabled(address.trust().certificate().isEmpty());
            client.setConnectTimeout(CONNECT_MS);
            client.setDefaultTimeout(SILENCE_MS);
            client.setDataTimeout(Duration.ofMillis(SILENCE_MS));
            client.setControlKeepAliveTimeout(Duration.ofMillis(SILENCE_MS));
            client.setAutodetectUTF8(true);
            return client;
        } catch (IOException | GeneralSecurityException e) {
            throw new SiteFailure(
                    "the certificate cannot be used: write the path of a PEM file under certificate (" + OneLine.of(e)
                            + ")",
                    e);
        }
    }

    private static String refusal(Exception e, SiteAddress address) {
        String said = OneLine.of(e);
        if (e instanceof GenericFileOperationFailedException refused && refused.getCode() == FTPReply.NOT_LOGGED_IN) {
            return address.server() + " does not let " + address.login().username()
                    + " in: check username and password";
        }
        if (said.contains("certif") || said.contains("PKIX") || said.contains("No name matching")) {
            return address.server()
                    + " has a certificate that is not trusted; when a person has asked the partner, write"
                    + " the PEM file of it under certificate (" + said + ")";
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof UnknownHostException) {
                return "there is no host " + address.host();
            }
        }
        return SftpSentence.unreachable(address.server(), said);
    }

    /** Says goodbye, but waits for no answer for long. */
    static void close(FTPSClient client) {
        try {
            if (client.isConnected()) {
                client.setSoTimeout(1_000);
                client.logout();
            }
        } catch (IOException e) {
            // A server that is gone needs no goodbye.
        } finally {
            try {
                client.disconnect();
            } catch (IOException e) {
                // Nor this.
            }
        }
    }
}
