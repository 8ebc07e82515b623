package io.quayside.routes;

import io.quayside.store.Database;
import io.quayside.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps a feed or a sending route from its work, for people to see: a row of {@code feed_trouble} from the first
 * failure until it works again, and one line in the log at each end of it. A route that works writes nothing. Never
 * throws: while the database is away only the log is told. Any thread may call it.
 */
public final class Troubles {
    private static final Logger log = LoggerFactory.getLogger(Troubles.class);
    private static final Duration OTHER_LINE = Duration.ofMinutes(1);
    private static final Duration OTHERS = Duration.ofSeconds(30);
    private static final int LONGEST = 500;

    /** {@code said}: when the log was told. */
    private record Trouble(String detail, Instant said) {}

    private final Database database;
    private final Duration look;
    private final Map<String, Trouble> troubled = new ConcurrentHashMap<>();
    private volatile Instant looked = Instant.now();

    /** Knows at once which routes were in trouble before. */
    public Troubles(Database database) {
        this(database, OTHERS);
    }

    /** {@code look}: how often what other nodes have noted is read. */
    Troubles(Database database, Duration look) {
        this.database = database;
        this.look = look;
        read();
    }

    private void read() {
        database.read(handle -> handle.createQuery(Sql.named("routes/routes_in_trouble"))
                        .map((row, context) -> Map.entry(row.getString("route"), row.getString("detail")))
                        .list())
                .forEach(row -> troubled.putIfAbsent(row.getKey(), new Trouble(row.getValue(), Instant.EPOCH)));
    }

    /** A node that noted a trouble may have died: whoever works ends it. */
    private void readOthers() {
        Instant now = Instant.now();
        if (looked.plus(look).isAfter(now)) {
            return;
        }
        looked = now;
        try {
            read();
        } catch (RuntimeException e) {
            log.warn("cannot read which routes are in trouble: {}", OneLine.of(e));
        }
    }

    /** The route failed; {@code detail} is one sentence that says what, where, and what to do. Secrets in it are hidden. */
    public void failed(String route, String partner, String detail) {
        String clean = clean(detail);
        Trouble before = troubled.get(route);
        boolean news = before == null
                || !before.detail().equals(clean)
                        && before.said().plus(OTHER_LINE).isBefore(Instant.now());
        if (news) {
            log.warn("{}: {}; it is tried again", route, clean);
        }
        troubled.put(route, new Trouble(clean, news ? Instant.now() : before.said()));
        write(
                "routes/note_trouble",
                Map.of("route", route, "partner", partner, "detail", clean),
                "cannot note the trouble of " + route);
    }

    /** The route did its work. */
    public void well(String route) {
        readOthers();
        if (troubled.remove(route) != null) {
            log.info("{} works again", route);
            end(route);
        }
    }

    /** What is wrong with the route now, or was when it was last tried. */
    public Optional<String> of(String route) {
        return Optional.ofNullable(troubled.get(route)).map(Trouble::detail);
    }

    /** Forgets the troubles of all routes but these: the others are gone. */
    void keepOnly(List<String> routes) {
        for (String route : List.copyOf(troubled.keySet())) {
            if (!routes.contains(route) && troubled.remove(route) != null) {
                end(route);
            }
        }
    }

    private void end(String route) {
        write("routes/end_trouble", Map.of("route", route), "cannot end the trouble of " + route);
    }

    private void write(String sql, Map<String, String> values, String otherwise) {
        try {
            database.transact(handle ->
                    handle.createUpdate(Sql.named(sql)).bindMap(values).execute());
        } catch (RuntimeException e) {
            log.warn("{}: {}", otherwise, OneLine.of(e));
        }
    }

    private static String clean(String detail) {
        String plain =
                Secrets.hidden(detail).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
