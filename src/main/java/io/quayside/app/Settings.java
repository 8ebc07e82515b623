package io.quayside.app;

import io.quayside.mapping.Nearest;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that can be set, validated once at start. {@code application.properties} names every key with its default and
 * is the manual. A key nobody knows is refused with the nearest one that exists.
 *
 * @param sftp empty: no SFTP server
 * @param db empty: the embedded PostgreSQL
 */
public record Settings(
        Path data,
        Path routes,
        Path mappings,
        Address http,
        Optional<Address> sftp,
        int managementPort,
        Optional<Db> db,
        int dbConnections,
        Optional<String> adminKey,
        Path sealKey,
        List<String> webhookNetworks,
        ZoneId zone,
        Duration firmAfter,
        boolean requestedFirst,
        int improveDays,
        Retention retention) {

    /** Where a server listens; port 0 takes a free one. */
    public record Address(String host, int port) {}

    /** Days that raw bytes are kept from their arrival, staged changes from the end of their document, events and attempts from when they happened. */
    public record Retention(int bytes, int staged, int events) {}

    /** A PostgreSQL of the user's own. */
    public record Db(String url, String user, String password) {}

    private static final String PREFIX = "quayside.";

    /** Variables that are no settings: they are for the launcher and for the verbs that call a running gateway. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("QUAYSIDE_HOME", "QUAYSIDE_URL", "QUAYSIDE_KEY", "QUAYSIDE_JAVA_OPTS");

    /**
     * Reads the defaults, then {@code config}, then {@code environment}, then {@code commandLine} (keys as in the file).
     * Throws {@link Refusal} with one sentence for anything wrong.
     */
    public static Settings load(
            Optional<Path> config, Map<String, String> environment, Map<String, String> commandLine) {
        Properties all = defaults(Path.of(environment.getOrDefault("QUAYSIDE_HOME", "")));
        Set<String> known = Set.copyOf(all.stringPropertyNames());
        config.ifPresent(file -> putFile(all, known, file));
        environment.forEach((name, value) -> putVariable(all, known, name, value));
        commandLine.forEach(all::setProperty);
        return validated(new Values(all));
    }

    /** Folders that nobody named are those of the installation, from whichever folder it is started. */
    private static Properties defaults(Path home) {
        Properties defaults = new Properties();
        try (InputStream in = Settings.class.getResourceAsStream("/application.properties")) {
            defaults.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String folder : List.of("quayside.data", "quayside.routes", "quayside.mappings")) {
            defaults.setProperty(
                    folder, home.resolve(defaults.getProperty(folder)).toString());
        }
        return defaults;
    }

    private static void putFile(Properties all, Set<String> known, Path file) {
        Properties own = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            own.load(in);
        } catch (IOException e) {
            throw refusal(
                    "cannot read the settings in " + file + ": write a properties file there, or leave --config out");
        }
        for (String key : own.stringPropertyNames()) {
            if (!known.contains(key)) {
                throw refusal(unknown(key, known) + " in " + file);
            }
            all.setProperty(key, own.getProperty(key));
        }
    }

    private static void putVariable(Properties all, Set<String> known, String name, String value) {
        if (!name.startsWith("QUAYSIDE_") || NOT_SETTINGS.contains(name)) {
            return;
        }
        String key = known.stream()
                .filter(k -> k.toUpperCase(Locale.ROOT).replace('.', '_').equals(name))
                .findFirst()
                .orElseThrow(() -> refusal(unknown(name.toLowerCase(Locale.ROOT).replace('_', '.'), known)
                        + " (environment variable " + name + ")"));
        all.setProperty(key, value);
    }

    private static String unknown(String key, Set<String> known) {
        return "unknown setting " + key + Nearest.question(key, known);
    }

    private static Settings validated(Values v) {
        Path data = Path.of(v.text("data"));
        return new Settings(
                data,
                Path.of(v.text("routes")),
                Path.of(v.text("mappings")),
                new Address(v.text("http.host"), v.port("http.port")),
                v.text("sftp.port").equals("off")
                        ? Optional.empty()
                        : Optional.of(new Address(v.text("sftp.host"), v.port("sftp.port"))),
                v.port("management.port"),
                v.optional("db.url").map(url -> new Db(url, v.text("db.user"), v.secret("db.password"))),
                v.number("db.connections", 4),
                v.optional("admin.key"),
                v.optional("seal.key.file").map(Path::of).orElse(data.resolve("seal.key")),
                v.list("webhooks.allow.networks"),
                v.parsed("zone", ZoneId::of, "a time zone, for example Europe/Berlin"),
                v.parsed("allocation.firm_after", Settings::duration, "a duration, for example 1h or 30m"),
                v.parsed("allocation.requested_first", Settings::flag, "true or false"),
                v.number("promise.improve_days", 0),
                new Retention(
                        v.number("retention.bytes_days", 1),
                        v.number("retention.staged_days", 1),
                        v.number("retention.events_days", 4)));
    }

    private static Duration duration(String text) {
        return text.startsWith("P") ? Duration.parse(text) : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(Refusal.Kind.INVALID, sentence);
    }

    /** Typed reading of properties, keys without their prefix. */
    private record Values(Properties all) {
        String text(String key) {
            return all.getProperty(PREFIX + key).strip();
        }

        Optional<String> optional(String key) {
            return Optional.of(text(key)).filter(s -> !s.isEmpty());
        }

        List<String> list(String key) {
            return Arrays.stream(text(key).split(","))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        }

        int port(String key) {
            int port = number(key, 0);
            if (port > 65_535) {
                throw refusal(PREFIX + key + " is " + port + "; write a port from 0 (any free one) to 65535");
            }
            return port;
        }

        int number(String key, int least) {
            int number = parsed(key, Integer::parseInt, "a whole number");
            if (number < least) {
                throw refusal(PREFIX + key + " is " + number + "; write " + least + " or more");
            }
            return number;
        }

        <T> T parsed(String key, Function<String, T> parse, String expected) {
            try {
                return parse.apply(text(key));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw refusal(PREFIX + key + " is \"" + text(key) + "\"; write " + expected);
            }
        }

        String secret(String key) {
            Optional<String> file = optional(key + ".file");
            if (file.isEmpty()) {
                return text(key);
            }
            try {
                return Files.readString(Path.of(file.get())).strip();
            } catch (IOException e) {
                throw refusal(PREFIX + key + ".file names " + file.get() + ", which cannot be read");
            }
        }
    }
}
