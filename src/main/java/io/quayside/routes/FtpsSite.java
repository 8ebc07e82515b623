package io.quayside.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPListParseEngine;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/** A folder on an FTP server behind TLS, control and data. */
final class FtpsSite implements Site {
    private static final int PAGE = 500;

    private final SiteAddress address;
    private final Patience.Wait waiting;
    private final FTPSClient client;

    private FtpsSite(SiteAddress address, Patience.Wait waiting, FTPSClient client) {
        this.address = address;
        this.waiting = waiting;
        this.client = client;
    }

    /** Connects, proves who the server is, and logs in. The site closes {@code waiting}. */
    static FtpsSite open(SiteAddress address, CamelContext camel, Patience.Wait waiting) throws SiteFailure {
        try {
            return waiting.during(() -> new FtpsSite(address, waiting, FtpsSession.open(address, camel, waiting)));
        } catch (SiteFailure | RuntimeException e) {
            waiting.close();
            throw e;
        }
    }

    @Override
    public void list(Consumer<Entry> each) throws SiteFailure {
        ask("list", address.folder(), () -> {
            FTPListParseEngine listing = hasMachineListing()
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

    /** The server is asked once. */
    private boolean hasMachineListing() throws IOException {
        return client.hasFeature("MLST");
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
        if (hasMachineListing()) {
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
                FtpsSession.close(client);
                return true;
            });
        } catch (SiteFailure e) {
            // A server that hangs needs no goodbye.
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
