package io.quayside.app.bench;

import io.quayside.store.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** OpenSSH's own SFTP server on a loopback port, with keys of its own; only the user of this process gets in, by key. */
public final class OpenSshServer implements AutoCloseable {
    private static final int TRIES = 100;

    private final Process process;
    private final int port;
    private final Path folder;

    private OpenSshServer(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /** Whether this machine has what it takes; else says what to install. */
    public static Optional<String> missing() {
        return program("sshd").isPresent()
                        && sftpServer().isPresent()
                        && program("ssh-keygen").isPresent()
                ? Optional.empty()
                : Optional.of("there is no OpenSSH server on this machine: install it, for example with"
                        + " apt-get install openssh-server openssh-sftp-server openssh-client");
    }

    /** Starts it with keys and settings in {@code folder}; answers when it accepts connections. */
    public static OpenSshServer start(Path folder) throws IOException, InterruptedException {
        missing().ifPresent(sentence -> {
            throw new Refusal(Refusal.Kind.INVALID, sentence);
        });
        Files.createDirectories(folder);
        key(folder.resolve("host"));
        key(folder.resolve("client"));
        Files.copy(folder.resolve("client.pub"), folder.resolve("authorized"));
        Files.setPosixFilePermissions(folder.resolve("authorized"), PosixFilePermissions.fromString("rw-------"));
        int port = freePort();
        Files.writeString(
                folder.resolve("config"),
                """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                MaxStartups 100
                Subsystem sftp %s
                """
                        .formatted(
                                port,
                                folder.resolve("host"),
                                folder.resolve("authorized"),
                                sftpServer().orElseThrow()));
        Files.createDirectories(Path.of("/run/sshd"));
        Process process = new ProcessBuilder(
                        program("sshd").orElseThrow().toString(),
                        "-D",
                        "-E",
                        folder.resolve("log").toString(),
                        "-f",
                        folder.resolve("config").toString())
                .start();
        OpenSshServer server = new OpenSshServer(process, port, folder);
        server.awaitOpen();
        return server;
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** A private key that gets in as {@link #user}. */
    public Path clientKey() {
        return folder.resolve("client");
    }

    /** The user of this process. */
    public String user() {
        return System.getProperty("user.name");
    }

    /** Its public host key, as in an .pub file. */
    public String hostKey() throws IOException {
        String[] parts = Files.readString(folder.resolve("host.pub")).split(" ");
        return parts[0] + " " + parts[1].strip();
    }

    private void awaitOpen() throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        close();
        throw new IOException("sshd did not start: " + Files.readString(folder.resolve("log")));
    }

    /** Makes a key pair: {@code file} and {@code file.pub}. */
    static void key(Path file) throws IOException, InterruptedException {
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
                .start()
                .waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The program that speaks SFTP on its standard input and output. */
    public static Optional<Path> sftpServer() {
        return Stream.of(
                        "/usr/lib/openssh/sftp-server",
                        "/usr/libexec/openssh/sftp-server",
                        "/usr/libexec/sftp-server",
                        "/usr/lib/ssh/sftp-server")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> program(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), List.of("/usr/sbin", "/sbin").stream())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
