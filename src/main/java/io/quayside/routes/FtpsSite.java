package io.quayside.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.FtpsComponent;
import org.apache.camel.component.file.remote.FtpsConfiguration;
import org.apache.camel.component.file.remote.FtpsEndpoint;
import org.apache.camel.component.file.remote.FtpsOperations;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPListParseEngine;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * A folder on an FTP server behind TLS, control and data. camel-ftp connects and logs in; who the server is, is proved
 * here, because the library's own client takes any certificate that has not expired.
 */
final class FtpsSite implements Site {
    private static final int CONNECT_MS = 10_000;
    private static final int SILENCE_MS = 30_000;
    private static final int PAGE = 500;

    private final SiteAddress address;
    private final Patience.Wait waiting;
    private final FTPSClient client;
    private final boolean machineListing;

    private FtpsSite(SiteAddress address, Patience.Wait waiting, FTPSClient client) throws IOException {
        this.address = address;
        this.waiting = waiting;
        this.client = client;
        this.machineListing = client.hasFeature("MLST");
    }

    /** Connects, proves who the server is, and logs in. The site closes {@code waiting}. */
    static FtpsSite open(SiteAddress address, CamelContext camel, Patience.Wait waiting) throws SiteFailure {
        try {
            return waiting.during(() -> connected(address, camel, waiting));
        } catch (SiteFailure e) {
            waiting.close();
            throw e;
        }
    }

    private static FtpsSite connected(SiteAddress address, CamelContext camel, Patience.Wait waiting)
            throws SiteFailure {
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
            return new FtpsSite(address, waiting, client);
        } catch (GenericFileOperationFailedException | IOException e) {
            hangUp(client);
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

    @Override
    public void list(Consumer<Entry> each) throws SiteFailure {
        ask("list", address.folder(), () -> {
            FTPListParseEngine listing = machineListing
                    ? client.initiateMListParsing(address.folder())
                    : client.initiateListParsing(address.folder());
            confirm();
            while (listing.hasNext()) {
                for (FTPFile file : listing.getNext(PAGE)) {
                    waiting.goesOn();
                    if (file != null && file.isFile()) {
                        each.accept(entry(file.getName(), file));
                    }
                }
            }
            return null;
        });
    }

    @Override
    public InputStream read(String name) throws SiteFailure {
        return ask("read", name, () -> {
            InputStream bytes = client.retrieveFileStream(path(name));
            if (bytes == null) {
                throw new IOException(client.getReplyString());
            }
            return waiting.each(new Transfer(bytes));
        });
    }

    /** The server says after the last byte whether that was all. */
    private final class Transfer extends FilterInputStream {
        private boolean ended;

        Transfer(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            if (n < 0 && !ended) {
                end();
            }
            return n;
        }

        private void end() throws IOException {
            ended = true;
            super.close();
            if (!client.completePendingCommand()) {
                throw new IOException(client.getReplyString());
            }
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                // Somebody has read enough: what the server says of the rest is no news.
                ended = true;
                super.close();
                client.completePendingCommand();
            }
        }
    }

    @Override
    public Optional<Entry> look(String name) throws SiteFailure {
        return ask("look at", name, () -> {
            FTPFile file = file(path(name));
            return file == null ? Optional.<Entry>empty() : Optional.of(entry(name, file));
        });
    }

    private FTPFile file(String path) throws IOException {
        if (machineListing) {
            return client.mlistFile(path);
        }
        FTPFile[] files = client.listFiles(path);
        return files.length == 1 ? files[0] : null;
    }

    @Override
    public void move(String name, String folder) throws SiteFailure {
        String target = folder.startsWith("/") ? folder : address.folder() + "/" + folder;
        ask("move", name + " to " + folder, () -> {
            rename(path(name), target, name);
            return null;
        });
    }

    /** What lies at the target goes only for a file that is still there to take its place. */
    private void rename(String from, String folder, String name) throws IOException {
        if (!client.rename(from, folder + "/" + name)) {
            String said = client.getReplyString();
            if (file(from) == null && client.getSize(from) == null) {
                throw new IOException(said);
            }
            client.makeDirectory(folder);
            client.deleteFile(folder + "/" + name);
            confirm(client.rename(from, folder + "/" + name));
        }
    }

    @Override
    public void delete(String name) throws SiteFailure {
        ask("delete", name, () -> {
            confirm(client.deleteFile(path(name)));
            return null;
        });
    }

    @Override
    public void put(String name, InputStream bytes) throws SiteFailure {
        ask("write", name, () -> {
            confirm(client.storeFile(path(Site.unfinished(name)), waiting.each(bytes)));
            rename(path(Site.unfinished(name)), address.folder(), name);
            return null;
        });
    }

    @Override
    public boolean answers() {
        try {
            return waiting.during(client::sendNoOp);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (waiting) {
            waiting.during(() -> {
                hangUp(client);
                return true;
            });
        } catch (SiteFailure e) {
            // A server that hangs needs no goodbye.
        }
    }

    private static void hangUp(FTPSClient client) {
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

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T ask(String verb, String what, Question<T> question) throws SiteFailure {
        try {
            return waiting.during(question::ask);
        } catch (SiteFailure e) {
            throw e;
        } catch (IOException e) {
            throw new SiteFailure(address.server() + " did not " + verb + " " + what + ": " + OneLine.of(e), e);
        }
    }

    private void confirm() throws IOException {
        confirm(FTPReply.isPositiveCompletion(client.getReplyCode()));
    }

    private void confirm(boolean done) throws IOException {
        if (!done) {
            throw new IOException(client.getReplyString());
        }
    }

    private String path(String name) {
        return address.folder() + "/" + name;
    }

    private static Entry entry(String name, FTPFile file) {
        long modified = file.getTimestampInstant() == null
                ? 0
                : file.getTimestampInstant().toEpochMilli();
        return new Entry(name, file.getSize(), modified);
    }
}
