package io.quayside.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * The bytes of a file at a site, streamed as often as a step of the route reads them, never as a whole in memory. The last
 * byte only comes when there are as many as the listing said: a connection that breaks off, or a file that grows meanwhile,
 * is a failure, and nothing of it is kept.
 */
final class RemoteBytes extends InputStream implements StreamCache {
    private final Site site;
    private final Site.Entry entry;
    private InputStream open;
    private long count;
    private SiteFailure broken;

    RemoteBytes(Site site, Site.Entry entry) {
        this.site = site;
        this.entry = entry;
    }

    /** What went wrong at the site, if anything did: then the site had better be left. */
    Optional<SiteFailure> failure() {
        return Optional.ofNullable(broken);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n;
        try {
            if (open == null) {
                open = site.read(entry.name());
            }
            n = open.read(into, from, length);
        } catch (SiteFailure e) {
            broken = e;
            throw e;
        } catch (IOException e) {
            broken = new SiteFailure(
                    "the connection broke off in the middle of " + entry.name() + ": " + OneLine.of(e), e);
            throw broken;
        }
        count += Math.max(n, 0);
        if (entry.size() >= 0 && (n < 0 && count != entry.size() || count > entry.size())) {
            broken = new SiteFailure(entry.name() + " was to have " + entry.size() + " bytes and "
                    + (n < 0 ? "ended after " + count : "went on") + ": nothing of it is kept");
            throw broken;
        }
        return n;
    }

    @Override
    public void reset() {
        close();
    }

    @Override
    public void close() {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // What was read of it has been counted.
            }
            open = null;
        }
        count = 0;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        transferTo(out);
    }

    /** Copies read the same file, on the same thread. */
    @Override
    public StreamCache copy(Exchange exchange) {
        return this;
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public long length() {
        return entry.size();
    }

    @Override
    public long position() {
        return count;
    }
}
