package io.quayside.store;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of our own in a folder: unpacked, initialised and started on loopback at first use, durable
 * (fsync and synchronous_commit on), with a password only its owner can read.
 *
 * <p>It outlives a gateway that was killed. The next start attaches to it, after making sure that the server behind the
 * pid file serves our folder; closing stops it in either case. One thread opens and closes it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "quayside";
    private static final String MAJOR = "18";
    private static final long START_SECONDS = 60;

    private final Path home;
    private final String password;
    private final int port;

    private EmbeddedPostgres(Path home, String password, int port) {
        this.home = home;
        this.password = password;
        this.port = port;
    }

    /** Starts the server in {@code home}, or attaches to the one that runs there. Refuses with what to do where it cannot. */
    public static EmbeddedPostgres open(Path home) {
        try {
            Files.createDirectories(home);
            unpack(home);
            String password = initialise(home);
            Optional<Integer> running = runningPort(home, password);
            int port = running.isPresent() ? running.get() : start(home, password, freePort());
            return new EmbeddedPostgres(home, password, port);
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "cannot use " + home + " for the embedded PostgreSQL: " + e
                            + "; choose another folder with --data, or set quayside.db.url");
        }
    }

    public String url() {
        return url(port);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** A step of a {@link Worker}: a server that was killed is started again where it was, and recovers by itself. */
    public boolean revive() {
        try {
            Path pidFile = data(home).resolve("postmaster.pid");
            if (!Files.exists(pidFile) || !isAlive(Files.readAllLines(pidFile).get(0))) {
                log.warn("the embedded PostgreSQL has ended; it is started again");
                start(home, password, port);
            }
        } catch (IOException e) {
            log.warn("the embedded PostgreSQL could not be started again: {}", e.getMessage());
        }
        return false;
    }

    /** Stops the server cleanly; open connections are closed. */
    @Override
    public void close() {
        try {
            run(
                    home,
                    List.of(bin(home, "pg_ctl"), "stop", "-D", data(home).toString(), "-m", "fast", "-w", "-t", "60"));
        } catch (IOException e) {
            log.warn("the embedded PostgreSQL did not stop: {}", e.getMessage());
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static Path data(Path home) {
        return home.resolve("data");
    }

    private static String bin(Path home, String tool) {
        return home.resolve("server/bin/" + tool).toString();
    }

    /** Unpacks the server beside its final place and renames it, so that a kill in the middle leaves no half of it. */
    private static void unpack(Path home) throws IOException {
        Path target = home.resolve("server");
        if (Files.isDirectory(target)) {
            return;
        }
        Path partial = Files.createTempDirectory(home, "server-partial");
        try (InputStream packed = binaries();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, partial);
            }
        }
        Files.move(partial, target);
    }

    private static InputStream binaries() throws IOException {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : "Linux";
        String arch = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        InputStream found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(os, arch);
        if (found == null) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "there is no embedded PostgreSQL for " + os + " " + arch + "; set quayside.db.url to a PostgreSQL "
                            + MAJOR + " of your own");
        }
        return found;
    }

    private static void unpack(TarArchiveEntry entry, InputStream bytes, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(bytes, file);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** Makes the cluster beside its final place, for the same reason; answers the owner's password. */
    private static String initialise(Path home) throws IOException {
        Path file = home.resolve("password");
        Path version = data(home).resolve("PG_VERSION");
        if (Files.exists(version)) {
            String major = Files.readString(version).strip();
            if (!major.equals(MAJOR)) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        data(home) + " was made by PostgreSQL " + major + ", this is " + MAJOR
                                + "; dump it with the old version and load it into a new data folder");
            }
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
        Path partial = Files.createTempDirectory(home, "data-partial");
        run(
                home,
                List.of(
                        bin(home, "initdb"),
                        "-D",
                        partial.toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + file,
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--no-instructions"));
        Files.writeString(
                partial.resolve("postgresql.conf"),
                "include 'quayside.conf'\n",
                java.nio.file.StandardOpenOption.APPEND);
        Files.move(partial, data(home));
        return Files.readString(file).strip();
    }

    private static int start(Path home, String password, int port) throws IOException {
        Files.writeString(data(home).resolve("quayside.conf"), settings(port));
        Path serverLog = home.resolve("postgresql.log");
        try {
            run(
                    home,
                    List.of(
                            bin(home, "pg_ctl"),
                            "start",
                            "-D",
                            data(home).toString(),
                            "-l",
                            serverLog.toString(),
                            "-w",
                            "-t",
                            String.valueOf(START_SECONDS)));
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; the last lines of " + serverLog + ": " + tail(serverLog), e);
        }
        return port;
    }

    /** Sized for the machine: an eighth of its memory for shared buffers, within 128 MB and 2 GB. */
    private static String settings(int port) {
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                        ? machine.getTotalMemorySize()
                        : 1L << 30;
        long buffers = Math.max(128, Math.min(2048, (memory >> 20) / 8));
        return String.join(
                "\n",
                "# Written at every start; own settings belong into postgresql.conf, after the include.",
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = ''",
                "fsync = on",
                "synchronous_commit = on",
                "shared_buffers = '" + buffers + "MB'",
                "effective_cache_size = '" + buffers * 3 + "MB'",
                "work_mem = '64MB'",
                "maintenance_work_mem = '256MB'",
                "max_wal_size = '" + buffers * 4 + "MB'",
                "checkpoint_timeout = '15min'",
                "max_connections = 100",
                "jit = off",
                "log_min_messages = warning",
                "");
    }

    /** The port of a live server of this folder; a pid file left by a crash is not one. Waits while it recovers. */
    private static Optional<Integer> runningPort(Path home, String password) throws IOException {
        Path pidFile = data(home).resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            if (lines.isEmpty() || !isAlive(lines.get(0))) {
                return Optional.empty();
            }
            if (lines.size() > 3 && serves(home, Integer.parseInt(lines.get(3).strip()), password)) {
                log.info("attached to the embedded PostgreSQL that was still running");
                return Optional.of(Integer.parseInt(lines.get(3).strip()));
            }
            if (System.nanoTime() > deadline) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "process " + lines.get(0).strip() + " holds " + pidFile
                                + " but is no PostgreSQL of ours; end it, or delete the file if that process is another program");
            }
            pause();
        }
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .filter(ProcessHandle::isAlive)
                .flatMap(p -> p.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    private static boolean serves(Path home, int port, String password) {
        try (Connection c =
                        DriverManager.getConnection(url(port) + "?connectTimeout=2&socketTimeout=5", USER, password);
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("show data_directory")) {
            return r.next() && Files.isSameFile(Path.of(r.getString(1)), data(home));
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    private static void run(Path home, List<String> command) throws IOException {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            if (!LinuxUtils.isUnshareAvailable()) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "PostgreSQL does not run as root and this machine allows no user namespaces;"
                                + " start Quayside as another user, or set quayside.db.url");
            }
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(command);
        Path output = Files.createTempFile(home, "command", ".log");
        try {
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException(
                        Path.of(command.get(0)).getFileName() + " ended with " + exit + ": " + tail(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String tail(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.toList();
            return String.join(" | ", all.subList(Math.max(0, all.size() - 5), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(none)";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
