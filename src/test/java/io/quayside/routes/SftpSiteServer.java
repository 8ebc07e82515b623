package io.quayside.routes;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server with a password, whose host key, connection and names a test can spoil. */
final class SftpSiteServer implements AutoCloseable {
    static final String USER = "gateway";

    private final SshServer server;
    private final ServerSocket door;
    private final AtomicLong bytesUntilCut = new AtomicLong(Long.MAX_VALUE);
    private final CountDownLatch mended = new CountDownLatch(1);
    private final UnaryOperator<String> lie;
    private volatile int hangsAt;
    private final AtomicLong channels = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicReference<Socket> spoke = new AtomicReference<>();
    private KeyPair hostKey = newKey();

    SftpSiteServer(Path folder, String password) throws IOException {
        this(folder, password, name -> name);
    }

    /** A server that calls its files what {@code lie} says. */
    static SftpSiteServer lying(Path folder, String password, UnaryOperator<String> lie) throws IOException {
        return new SftpSiteServer(folder, password, lie);
    }

    private SftpSiteServer(Path folder, String password, UnaryOperator<String> lie) throws IOException {
        this.lie = lie;
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(session -> List.of(hostKey));
        server.setPasswordAuthenticator((user, given, session) -> user.equals(USER) && given.equals(password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.setSubsystemFactories(List.of(new Files()));
        server.start();
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::letIn);
    }

    /** As a feed's parameters say it. */
    SiteAddress address(String folder, String password) {
        return new SiteAddress(
                SiteAddress.Kind.SFTP,
                "127.0.0.1",
                port(),
                folder,
                new SiteAddress.Login(USER, Optional.of(password), Optional.empty(), Optional.empty()),
                new SiteAddress.Trust(Path.of("none"), Optional.of(hostKey()), Optional.empty(), false));
    }

    /** As some servers have it. */
    void oneChannelForALogin() {
        channels.set(1);
    }

    /** How often one side has waited for the other until now. */
    int turns() {
        return turns.get();
    }

    int port() {
        return door.getLocalPort();
    }

    String hostKey() {
        return PublicKeyEntry.toString(hostKey.getPublic());
    }

    void changeHostKey() {
        hostKey = newKey();
    }

    /** All connections break off when so many more bytes have come from here. */
    void cutAfter(long bytes) {
        bytesUntilCut.set(bytes);
    }

    /** From now on the program behind the server hangs at the first request of this type, such as SSH_FXP_READ. */
    void hangAt(int type) {
        hangsAt = type;
    }

    void mend() {
        bytesUntilCut.set(Long.MAX_VALUE);
        hangsAt = 0;
        mended.countDown();
    }

    /** The program behind the server, which answers as many channels as it may, until it hangs. */
    private final class Files extends SftpSubsystemFactory {
        @Override
        public Command createSubsystem(ChannelSession channel) throws IOException {
            if (channels.getAndDecrement() <= 0) {
                throw new IOException("one channel for a login");
            }
            return new SftpSubsystem(channel, this) {
                @Override
                protected String getShortName(Path file) throws IOException {
                    return lie.apply(super.getShortName(file));
                }

                @Override
                protected void doProcess(Buffer buffer, int length, int type, int id) throws IOException {
                    if (type == hangsAt) {
                        await(mended);
                    }
                    super.doProcess(buffer, length, type, id);
                }
            };
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket inside = new Socket("127.0.0.1", server.getPort());
                client.setTcpNoDelay(true);
                inside.setTcpNoDelay(true);
                thread(() -> pass(client, inside, new AtomicLong(Long.MAX_VALUE)));
                thread(() -> pass(inside, client, bytesUntilCut));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, AtomicLong left) {
        byte[] buffer = new byte[8192];
        try (Closeable a = from;
                Closeable b = to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0 && left.addAndGet(-n) > 0; n = in.read(buffer)) {
                if (spoke.getAndSet(from) != from) {
                    turns.incrementAndGet();
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // The other half has closed both.
        }
    }

    private static void thread(Runnable run) {
        Thread thread = new Thread(run, "test-door");
        thread.setDaemon(true);
        thread.start();
    }

    private static KeyPair newKey() {
        try {
            return SecurityUtils.getEDDSAPublicKeyEntryDecoder().generateKeyPair(256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        mended.countDown();
        door.close();
        server.stop(true);
    }
}
