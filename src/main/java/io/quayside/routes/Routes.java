package io.quayside.routes;

import io.quayside.inbox.Keeping;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/**
 * Everything that moves files: Camel with the partners' route files, the built-in SFTP server and what hands its files to
 * routes. One for a process.
 */
public final class Routes implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int POLLERS = 4;
    private static final Duration MOST_BODY = Duration.ofMinutes(5);
    /** Partners that let us hang hold up some of these, and no feed. */
    private static final int SENDERS = 8;

    private static final int SHUTDOWN_SECONDS = 10;

    private final Database database;
    private final Path keys;
    private final Main main;
    private final RouteFolder folder;
    private final Troubles troubles;
    private final Polls polls = new Polls();
    private final PartnerFolders partners;
    private final DroppedFiles dropped;
    private final InboxDispatch dispatch;
    private final DueKinds due;
    private final Sending sending;
    private final Worker looking;
    private Optional<SftpServer> server = Optional.empty();

    /** Where route files lie, and what is ours of the disk. */
    public record Folders(Path routes, Path data) {}

    /**
     * Starts Camel, loads the route files and takes up files left in {@code data/sftp}. Broken route files are refused in the
     * log and in {@link #files}; they never stop the start. {@code bell} is rung where a document to a partner was written.
     */
    public Routes(
            Folders folders,
            Database database,
            Keeping keeping,
            MappingVersions versions,
            Correspondence correspondence,
            Doorbell bell) {
        Path routes = folders.routes();
        Path data = folders.data();
        this.database = database;
        this.keys = data.resolve("keys");
        this.troubles = new Troubles(database);
        this.partners = new PartnerFolders(data.resolve("sftp"));
        this.dropped = new DroppedFiles(partners.dropped());
        partners.removeAllTaken();
        Inboxes inboxes = new Inboxes();
        RouteSecrets secrets = new RouteSecrets();
        this.main = main(routes, secrets);
        main.bind("site", site(Optional.of(new SiteComponent.Running(polls, troubles)), secrets, keys));
        main.bind(
                "fetch",
                new FetchComponent(
                        Optional.of(new FetchComponent.Running(polls, troubles, new FetchMemory(database, versions))),
                        secrets));
        main.bind("database", database.dataSource());
        main.bind("keep", new KeepStep(keeping));
        main.bind("troubles", troubles);
        main.bind("inbox", new InboxComponent(inboxes));
        Outboxes outboxes = new Outboxes(partners);
        this.due = new DueKinds(database, bell);
        this.sending = new Sending(database, correspondence, troubles);
        Dispatching dispatching = new Dispatching(database, correspondence, due, sending);
        main.bind("dispatching", dispatching);
        main.bind("outboxes", outboxes);
        main.start();
        this.folder = new RouteFolder(routes, new RouteLoader(main.getCamelContext(), secrets));
        look(folder);
        add(new OutboxRoutes(due, sending, dispatching, outboxes, folder::takes));
        this.dispatch = new InboxDispatch(dropped, inboxes, keeping, folder::isRefused);
        this.looking = new Worker("routes", new Doorbell(), LOOK, this::look);
    }

    /** Like the other, where nobody writes documents to partners but who keeps them in the database. */
    public static Routes start(Path routes, Path data, Database database, Keeping keeping) {
        return new Routes(
                new Folders(routes, data),
                database,
                keeping,
                MappingVersions.NONE,
                Correspondence.NONE,
                new Doorbell());
    }

    /** Gets ready what {@link #openSftp} takes longest for; answers at once. */
    public static void prepareSftp() {
        SftpServer.prepare();
    }

    /** Opens the SFTP server and answers its port ({@code port} 0 takes a free one); a taken port throws. */
    public int openSftp(String host, int port) {
        SftpServer started = SftpServer.start(
                host, port, partners, keys, database, new SftpUploads(partners, dropped, dispatch::ring));
        server = Optional.of(started);
        return started.port();
    }

    /** The route files as of the last look, by name. */
    public List<RouteFile> files() {
        return folder.files();
    }

    /** Adds routes of our own to those of the files, which have been looked at. */
    private void add(OutboxRoutes own) {
        try {
            main.getCamelContext().addRoutes(own);
        } catch (Exception e) {
            throw new IllegalStateException("the gateway's own routes do not start", e);
        }
    }

    private boolean look() {
        if (look(folder)) {
            dispatch.ring();
        }
        return false;
    }

    private boolean look(RouteFolder folder) {
        boolean changed = folder.look();
        if (changed) {
            troubles.keepOnly(folder.files().stream()
                    .flatMap(file -> file.routes().stream())
                    .toList());
        }
        return changed;
    }

    /**
     * Tries the route files in {@code routes} without a database and without moving any file: as {@link #files} would be
     * after a start.
     */
    public static List<RouteFile> check(Path routes) {
        RouteSecrets secrets = new RouteSecrets();
        Main main = main(routes, secrets);
        main.configure().withAutoStartup(false);
        main.bind("fetch", new FetchComponent(Optional.empty(), secrets));
        main.bind("database", new NoDatabase());
        main.bind("site", site(Optional.empty(), secrets, Path.of("keys")));
        main.bind("keep", (Processor) exchange -> {});
        main.bind("inbox", new InboxComponent(new Inboxes()));
        main.bind("dispatching", (Processor) exchange -> {});
        main.bind("outboxes", (Processor) exchange -> {});
        main.start();
        try {
            RouteFolder folder = new RouteFolder(routes, new RouteLoader(main.getCamelContext(), secrets), false);
            folder.look();
            return folder.files();
        } finally {
            main.stop();
        }
    }

    private static Main main(Path routes, RouteSecrets secrets) {
        Main main = new Main();
        // Our settings are no business of Camel's.
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().withName("quayside").withShutdownTimeout(SHUTDOWN_SECONDS);
        main.configure().withLogName("io.quayside.route.${routeId}");
        main.addOverrideProperty(
                "quayside.routes.folder", routes.toAbsolutePath().toString());
        main.addMainListener(new QuietErrors());
        main.bind("oneLine", new OneLine());
        main.bind("httpBounds", new HttpBounds(Keeping.MAX_SIZE, MOST_BODY));
        main.bind("httpAuth", new HttpAuth(secrets));
        main.bind("pollers", pool("pollers", POLLERS));
        main.bind("senders", pool("senders", SENDERS));
        return main;
    }

    private static SiteComponent site(Optional<SiteComponent.Running> running, RouteSecrets secrets, Path keys) {
        return new SiteComponent(running, secrets, keys.resolve("known_hosts"));
    }

    private static ScheduledExecutorService pool(String name, int threads) {
        return Executors.newScheduledThreadPool(threads, run -> {
            Thread thread = new Thread(run, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Stops taking files, then Camel; what is under way may end first. */
    @Override
    public void close() {
        server.ifPresent(SftpServer::close);
        looking.close();
        dispatch.close();
        main.stop();
        due.close();
        sending.close();
        polls.close();
    }
}
