package io.quayside.app.bench;

import io.quayside.inbox.Acknowledgements;
import io.quayside.inbox.Drop;
import io.quayside.inbox.Inbox;
import io.quayside.inbox.Layouts;
import io.quayside.outbox.Events;
import io.quayside.outbox.OutDocuments;
import io.quayside.planning.Policy;
import io.quayside.routes.ReportCsv;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.EmbeddedPostgres;
import io.quayside.store.Sql;
import io.quayside.supply.Arrivals;
import io.quayside.supply.Replanning;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a full inventory of a million rows takes from its first byte to the last event, beside the least that a
 * database can do with the same rows: one {@code COPY} and one {@code MERGE} over JDBC, on the same server in the same
 * run. Each round, both sides get the same file, in which another twentieth of the quantities has changed.
 */
public final class IngestBench {
    private static final double GOAL = 2.5;
    private static final int ROUNDS = 5;
    private static final long FIRST_SEED = 20_260_914;

    private final int rows;
    private final Layouts layouts;
    private final PrintStream out;

    /** {@code layouts} must know the house layout {@code standard/inventory}. */
    public IngestBench(int rows, Layouts layouts, PrintStream out) {
        this.rows = rows;
        this.layouts = layouts;
        this.out = out;
    }

    private record Round(double ours, double peer) {}

    /** Runs in {@code scratch}, an empty folder; says whether the goal is met. */
    public boolean run(Path scratch) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(scratch.resolve("postgres"));
                Database database = new Database(server.url(), server.user(), server.password(), 8)) {
            database.migrate();
            InventoryFile file = new InventoryFile(scratch.resolve("inventory.csv"), rows, FIRST_SEED);
            database.transact(handle -> handle.createUpdate(Sql.named("bench/inventory_before"))
                    .bind("rows", rows)
                    .execute());
            Peer peer = new Peer(database);
            peer.prepare();
            Doorbell bell = new Doorbell();
            Events events = new Events(bell);
            Arrivals arrivals =
                    new Arrivals(new Replanning(Policy.DEFAULT, InstantSource.system(), ZoneOffset.UTC, events, bell));
            Acknowledgements acknowledgements = new Acknowledgements(
                    layouts, new OutDocuments(bell::ring), new ReportCsv(), InstantSource.system());
            try (Inbox inbox =
                    new Inbox(database, layouts, arrivals::apply, events, acknowledgements, InstantSource.system())) {
                inbox.start();
                return report(rounds(database, inbox, peer, file));
            }
        }
    }

    private List<Round> rounds(Database database, Inbox inbox, Peer peer, InventoryFile file) throws IOException {
        out.printf(
                Locale.ROOT,
                "%,d rows, 5 %% changed; heap %d MB%n",
                rows,
                Runtime.getRuntime().maxMemory() >> 20);
        out.println("round   quayside   COPY + MERGE   ratio");
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            file.write(i);
            double theirs = seconds(() -> peer.take(file.path()));
            double ours = seconds(() -> take(database, inbox, file.path()));
            out.printf(
                    Locale.ROOT,
                    "%5s   %6.2f s       %6.2f s   %5.2f%n",
                    i == 0 ? "warm" : i,
                    ours,
                    theirs,
                    ours / theirs);
            if (i > 0) {
                rounds.add(new Round(ours, theirs));
            }
        }
        return rounds;
    }

    private static void take(Database database, Inbox inbox, Path file) throws IOException {
        long id;
        try (InputStream bytes = Files.newInputStream(file)) {
            id = inbox.keeping().keep(bytes, Drop.pushed("bench", "standard/inventory", "inventory.csv"));
        }
        String status = status(database, id);
        while (status.equals("kept") || status.equals("staged")) {
            pause();
            status = status(database, id);
        }
        if (!status.equals("applied")) {
            throw new IllegalStateException("document " + id + " was " + status);
        }
    }

    private static String status(Database database, long id) {
        return database.read(handle -> handle.createQuery(Sql.named("bench/document_status"))
                .bind("document", id)
                .mapTo(String.class)
                .one());
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private boolean report(List<Round> rounds) {
        double ours = Rounds.median(rounds.stream().map(Round::ours).toList());
        double peer = Rounds.median(rounds.stream().map(Round::peer).toList());
        double ratio = ours / peer;
        out.printf(Locale.ROOT, "median  %6.2f s       %6.2f s%n", ours, peer);
        out.printf(Locale.ROOT, "rows/s  %,8.0f       %,8.0f%n", rows / ours, rows / peer);
        out.printf(Locale.ROOT, "ingest: %.2f × LIMIT (goal ≤ %.1f)%n", ratio, GOAL);
        return ratio <= GOAL;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }
}
