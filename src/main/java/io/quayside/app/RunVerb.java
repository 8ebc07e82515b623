package io.quayside.app;

import io.quayside.store.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The gateway, until it is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the gateway until it is stopped (Ctrl-C or SIGTERM ends it cleanly).")
final class RunVerb implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "the installation's folder (default: data)")
    private String data;

    @Option(names = "--routes", paramLabel = "DIR", description = "partners' route files (default: routes)")
    private String routes;

    @Option(names = "--mappings", paramLabel = "DIR", description = "partners' mapping folders (default: mappings)")
    private String mappings;

    @Option(names = "--http", paramLabel = "PORT", description = "the API (default: 8080); opens only when ready")
    private String http;

    @Option(names = "--sftp", paramLabel = "PORT", description = "the built-in SFTP server (default: 2222), or off")
    private String sftp;

    @Option(names = "--management", paramLabel = "PORT", description = "health and metrics (default: any free port)")
    private String management;

    @Option(names = "--config", paramLabel = "FILE", description = "settings as a properties file")
    private Path config;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.load(Optional.ofNullable(config), System.getenv(), given());
        named("--routes", routes);
        named("--mappings", mappings);
        CountDownLatch stopped = new CountDownLatch(1);
        Gateway gateway = Gateway.start(settings);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            gateway.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
        return Quayside.DONE;
    }

    /** A folder that somebody names is there; without the default ones the house layouts do. */
    private static void named(String option, String folder) {
        if (folder != null && !Files.isDirectory(Path.of(folder))) {
            throw new Refusal(Refusal.Kind.INVALID, option + ": there is no folder " + folder);
        }
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "quayside.data", data);
        put(given, "quayside.routes", routes);
        put(given, "quayside.mappings", mappings);
        put(given, "quayside.http.port", http);
        put(given, "quayside.sftp.port", sftp);
        put(given, "quayside.management.port", management);
        return given;
    }

    private static void put(Map<String, String> given, String key, String value) {
        if (value != null) {
            given.put(key, value);
        }
    }
}
