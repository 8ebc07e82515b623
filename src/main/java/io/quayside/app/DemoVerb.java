package io.quayside.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.quayside.app.demo.Cirrus;
import io.quayside.app.demo.Demo;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole story on sample partners. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays the whole story on sample partners: a warehouse, suppliers by file and by API, a dropship",
            "partner, and a storefront that checks signatures.",
            "Starts afresh each time in a data folder of its own, then stays up for you to look around."
        })
final class DemoVerb implements Callable<Integer> {
    @Option(names = "--exit", description = "ends after the story")
    private boolean exit;

    @Option(names = "--data", paramLabel = "DIR", description = "the demo's own folder (default: data/demo)")
    private Path data;

    @Override
    public Integer call() throws Exception {
        Settings defaults = Settings.load(Optional.empty(), System.getenv(), Map.of());
        Path folder = Optional.ofNullable(data).orElse(defaults.data().resolve("demo"));
        Settings settings = Settings.load(
                Optional.empty(),
                System.getenv(),
                Map.of(
                        "quayside.data", folder.toString(),
                        // Its own database, whatever the environment names: the demo empties it.
                        "quayside.db.url", "",
                        "quayside.http.port",
                                String.valueOf(freeOr(defaults.http().port())),
                        "quayside.sftp.port", String.valueOf(freeOr(2222)),
                        "quayside.webhooks.allow.networks", "127.0.0.0/8"));
        afresh(folder);
        System.out.println("starting PostgreSQL, SFTP and the gateway in " + folder + " ...");
        // The story is told in lines of its own.
        ((Logger) LoggerFactory.getLogger("io.quayside")).setLevel(Level.WARN);
        try (Cirrus cirrus = Cirrus.open();
                Gateway gateway = Gateway.startAfresh(settings);
                Demo demo = new Demo(gateway, cirrus, folder, System.out)) {
            System.out.println("API http://127.0.0.1:" + gateway.httpPort() + ", SFTP port "
                    + gateway.sftpPort().orElseThrow());
            demo.play();
            if (!exit) {
                stayUp(gateway, folder);
            }
        }
        return Quayside.DONE;
    }

    private static void stayUp(Gateway gateway, Path folder) throws InterruptedException {
        System.out.printf(
                "%nStill running: look at http://127.0.0.1:%2$d/ with the key in %1$s, or try%n  curl -H \"Authorization: Bearer $(cat %1$s)\""
                        + " http://127.0.0.1:%2$d/v1/backorders%nCtrl-C ends it.%n",
                folder.resolve("admin.key"), gateway.httpPort());
        CountDownLatch never = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "stop"));
        never.await();
    }

    /**
     * Partners' files of an earlier demo would be read again; the database is emptied when it is open. A folder that holds
     * anything but an earlier demo is refused.
     */
    private static void afresh(Path folder) throws IOException {
        Path mark = folder.resolve("demo");
        if (!Files.exists(mark)) {
            if (Files.isDirectory(folder) && !isEmpty(folder)) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "the demo starts afresh each time and empties its folder, but " + folder
                                + " holds something else; name an empty one with --data");
            }
            Files.createDirectories(folder);
            Files.writeString(mark, "The demo empties this folder at each start.\n");
        }
        Path sftp = folder.resolve("sftp");
        if (!Files.isDirectory(sftp)) {
            return;
        }
        try (Stream<Path> all = Files.walk(sftp)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.findAny().isEmpty();
        }
    }

    private static int freeOr(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }
}
