package io.quayside.routes;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;

/**
 * A folder on an SFTP server. The session is camel-ftp's; the files are handled here, because camel-ftp keeps whole
 * listings and asks for none of a file's facts again after it was read.
 */
final class SftpSite implements Site {
    /** A listing that is longer never ends. */
    private static final int MOST_NAMES = 1_000_000;

    private static final int CONNECT_MS = 10_000;

    private final SiteAddress address;
    private final Patience.Wait waiting;
    private final Session session;
    private final ChannelSftp channel;
    private final Map<String, byte[]> fetched = new HashMap<>();
    private Optional<SftpBatch> batch = Optional.empty();
    private boolean oneByOne;

    private SftpSite(SiteAddress address, Patience.Wait waiting, Session session, ChannelSftp channel) {
        this.address = address;
        this.waiting = waiting;
        this.session = session;
        this.channel = channel;
    }

    /** Connects, proves who the server is, and logs in. The site closes {@code waiting}. */
    static SftpSite open(SiteAddress address, CamelContext camel, Patience.Wait waiting) throws SiteFailure {
        try {
            return waiting.during(() -> {
                Session session = SftpSession.open(address, camel, waiting);
                return new SftpSite(address, waiting, session, channel(session, address));
            });
        } catch (SiteFailure | RuntimeException e) {
            waiting.close();
            throw e;
        }
    }

    private static ChannelSftp channel(Session session, SiteAddress address) throws SiteFailure {
        try {
            ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect(CONNECT_MS);
            return channel;
        } catch (JSchException e) {
            session.disconnect();
            throw new SiteFailure(SftpSentence.of(e, address), e);
        }
    }

    @Override
    public void list(Consumer<Entry> each) throws SiteFailure {
        long names = ask("list", address.folder(), () -> {
            AtomicLong listings = new AtomicLong();
            channel.ls(quoted(address.folder()), listed -> {
                if (listings.incrementAndGet() > MOST_NAMES) {
                    return ChannelSftp.LsEntrySelector.BREAK;
                }
                SftpATTRS attributes = listed.getAttrs();
                if (!attributes.isDir() && !attributes.isLink()) {
                    waiting.goesOn();
                    each.accept(entry(listed.getFilename(), attributes));
                }
                return ChannelSftp.LsEntrySelector.CONTINUE;
            });
            return listings.get();
        });
        if (names > MOST_NAMES) {
            throw new SiteFailure(address.server() + " lists more than " + MOST_NAMES + " names in " + address.folder()
                    + ": ask the partner to clear that folder");
        }
    }

    @Override
    public void ahead(List<Entry> files) {
        fetched.clear();
        List<Entry> small = files.stream()
                .filter(file -> file.size() >= 0 && file.size() <= SftpBatch.LARGEST_FILE)
                .toList();
        atOnce(small, several -> several.read(small))
                .ifPresent(read -> read.forEach((file, bytes) -> fetched.put(file.name(), bytes)));
    }

    @Override
    public InputStream read(String name) throws SiteFailure {
        byte[] bytes = fetched.remove(name);
        return bytes != null
                ? new ByteArrayInputStream(bytes)
                : ask("read", name, () -> waiting.each(channel.get(path(name))));
    }

    @Override
    public Optional<Entry> look(String name) throws SiteFailure {
        return ask("look at", name, () -> {
            try {
                return Optional.of(entry(name, channel.lstat(path(name))));
            } catch (SftpException e) {
                if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                    return Optional.<Entry>empty();
                }
                throw e;
            }
        });
    }

    @Override
    public void move(String name, String folder) throws SiteFailure {
        ask("move", name + " to " + folder, () -> {
            rename(path(name), quoted(target(folder)), quoted(name));
            return null;
        });
    }

    private String target(String folder) {
        return folder.startsWith("/") ? folder : address.folder() + "/" + folder;
    }

    /**
     * Most servers need nothing but the rename; what it lacked is made where it failed. What lies at the target goes only
     * for a file that is still there to take its place.
     */
    private void rename(String from, String folder, String name) throws SftpException {
        try {
            channel.rename(from, folder + "/" + name);
        } catch (SftpException e) {
            if (!isThere(from)) {
                throw e;
            }
            quietly(() -> channel.mkdir(folder));
            quietly(() -> channel.rm(folder + "/" + name));
            channel.rename(from, folder + "/" + name);
        }
    }

    private boolean isThere(String path) {
        try {
            return waiting.during(() -> channel.lstat(path)) != null;
        } catch (SftpException | SiteFailure e) {
            return false;
        }
    }

    @Override
    public void delete(String name) throws SiteFailure {
        ask("delete", name, () -> {
            channel.rm(path(name));
            return null;
        });
    }

    @Override
    public void put(String name, InputStream bytes) throws SiteFailure {
        ask("write", name, () -> {
            channel.put(waiting.each(bytes), path(Site.unfinished(name)), ChannelSftp.OVERWRITE);
            rename(path(Site.unfinished(name)), quoted(address.folder()), quoted(name));
            return null;
        });
    }

    @Override
    public Set<Entry> leave(List<Entry> files, Optional<String> folder) {
        return atOnce(files, several -> several.leave(files, folder.map(this::target)))
                .orElse(Set.of());
    }

    @FunctionalInterface
    private interface AtOnce<T> {
        T of(SftpBatch batch) throws IOException;
    }

    /** Empty where it does not go, or is not worth the while: then one by one. */
    private <T> Optional<T> atOnce(List<Entry> files, AtOnce<T> requests) {
        if (files.size() < 2 || oneByOne) {
            return Optional.empty();
        }
        try {
            if (batch.isEmpty()) {
                SftpBatch.Place place = new SftpBatch.Place(waiting.during(channel::pwd), address.folder());
                batch = Optional.of(waiting.during(() -> SftpBatch.open(session, CONNECT_MS, waiting, place)));
            }
            return Optional.of(waiting.during(() -> requests.of(batch.get())));
        } catch (SftpException | IOException | RuntimeException e) {
            // An answer that breaks the protocol breaks whatever reads it; one by one the library says what is wrong.
            oneByOne = true;
            return Optional.empty();
        }
    }

    @Override
    public boolean answers() {
        return isThere(".");
    }

    @Override
    public void close() {
        try (waiting) {
            waiting.during(() -> {
                channel.disconnect();
                session.disconnect();
                return true;
            });
        } catch (SiteFailure e) {
            // A server that hangs needs no goodbye.
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SftpException;
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws SftpException;
    }

    private <T> T ask(String verb, String what, Question<T> question) throws SiteFailure {
        try {
            return waiting.during(question::ask);
        } catch (SftpException e) {
            throw new SiteFailure(
                    address.server() + " did not " + verb + " " + what + ": "
                            + (session.isConnected() ? SftpSentence.of(e) : "the connection broke off"),
                    e);
        }
    }

    private static void quietly(Attempt attempt) {
        try {
            attempt.run();
        } catch (SftpException e) {
            // The rename that follows says what is wrong.
        }
    }

    private String path(String name) {
        return quoted(address.folder()) + "/" + quoted(name);
    }

    /** The library takes names for patterns. */
    private static String quoted(String name) {
        return name.replaceAll("[\\\\*?]", "\\\\$0");
    }

    private static Entry entry(String name, SftpATTRS attributes) {
        return new Entry(name, attributes.getSize(), Integer.toUnsignedLong(attributes.getMTime()) * 1000);
    }
}
