package io.quayside.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.quayside.inbox.Acknowledgements;
import io.quayside.inbox.Documents;
import io.quayside.inbox.Inbox;
import io.quayside.inbox.Watch;
import io.quayside.outbox.Deliveries;
import io.quayside.outbox.DeliveryLog;
import io.quayside.outbox.Events;
import io.quayside.outbox.Networks;
import io.quayside.outbox.OutDocuments;
import io.quayside.outbox.Targets;
import io.quayside.outbox.Webhooks;
import io.quayside.planning.Policy;
import io.quayside.routes.HouseOrders;
import io.quayside.routes.ReportCsv;
import io.quayside.routes.Routes;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.EmbeddedPostgres;
import io.quayside.store.Refusal;
import io.quayside.store.Seal;
import io.quayside.store.Sql;
import io.quayside.store.TemporaryFiles;
import io.quayside.store.Worker;
import io.quayside.supply.Arrivals;
import io.quayside.supply.Judgements;
import io.quayside.supply.Offers;
import io.quayside.supply.PartnerFiles;
import io.quayside.supply.PurchaseOrders;
import io.quayside.supply.Receipts;
import io.quayside.supply.Replanning;
import io.quayside.supply.Stock;
import io.quayside.supply.Sweep;
import io.quayside.supply.catalogue.Items;
import io.quayside.supply.catalogue.Locations;
import io.quayside.supply.catalogue.Partners;
import io.quayside.supply.catalogue.Storefronts;
import io.quayside.supply.dropship.Cutting;
import io.quayside.supply.dropship.SentOrders;
import io.quayside.supply.dropship.Withdrawing;
import io.quayside.supply.dropship.Writing;
import io.quayside.supply.orders.Fulfilment;
import io.quayside.supply.orders.Orders;
import io.quayside.supply.orders.Placing;
import io.quayside.supply.orders.Releasing;
import io.quayside.supply.orders.Waiting;
import io.quayside.web.ApiKeys;
import io.quayside.web.ApiServer;
import io.quayside.web.AvailabilityCalls;
import io.quayside.web.Call;
import io.quayside.web.DocumentCalls;
import io.quayside.web.Idempotency;
import io.quayside.web.ItemCalls;
import io.quayside.web.KeyCalls;
import io.quayside.web.LocationCalls;
import io.quayside.web.ManagementServer;
import io.quayside.web.OrderCalls;
import io.quayside.web.PartnerCalls;
import io.quayside.web.StockCalls;
import io.quayside.web.StorefrontCalls;
import io.quayside.web.WebhookCalls;
import io.quayside.web.pages.Merchant;
import io.quayside.web.pages.Pages;
import io.quayside.web.pages.Sources;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole of Quayside in one process, wired by constructors, in the order of the path of a file. Closing goes the way
 * back: first nobody comes in any more, last the database goes.
 */
public final class Gateway implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration RELOAD = Duration.ofSeconds(1);
    private static final Duration WATCH = Duration.ofSeconds(10);
    private static final Duration FORGET = Duration.ofHours(1);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Settings settings;
    private final String adminKey;
    private int http;
    private int management;
    private Supplier<Unsettled> unsettled;
    private OptionalInt sftp = OptionalInt.empty();

    private Gateway(Settings settings) {
        this.settings = settings;
        opened(DataFolder.take(settings.data()));
        this.adminKey = AdminKey.of(settings);
    }

    /** Starts everything and answers when the API is open; whatever prevents that is thrown, with nothing left behind. */
    public static Gateway start(Settings settings) {
        return start(settings, false);
    }

    /** Like {@link #start(Settings)}, but empties the database first. */
    public static Gateway startAfresh(Settings settings) {
        return start(settings, true);
    }

    private static Gateway start(Settings settings, boolean afresh) {
        long begun = System.nanoTime();
        Gateway gateway = new Gateway(settings);
        try {
            gateway.open(afresh);
        } catch (RuntimeException e) {
            gateway.close();
            throw e;
        }
        log.info(
                "ready in {} s: API http://{}:{}, SFTP {}, health http://127.0.0.1:{}/observe/health",
                String.format("%.1f", (System.nanoTime() - begun) / 1e9),
                settings.http().host(),
                gateway.http,
                gateway.sftp.isPresent() ? settings.sftp().orElseThrow().host() + ":" + gateway.sftp.getAsInt() : "off",
                gateway.management);
        return gateway;
    }

    private void open(boolean afresh) {
        requireFree(settings.http().host(), settings.http().port(), "--http");
        settings.sftp().ifPresent(address -> {
            requireFree(address.host(), address.port(), "--sftp");
            Routes.prepareSftp();
        });
        TemporaryFiles.sweep();
        InstantSource clock = InstantSource.system();
        Database database = database();
        if (afresh) {
            database.clear();
        }
        database.migrate();
        opened(new Worker("forgetting", new Doorbell(), FORGET, new Forgetting(database, settings.retention())::step));
        this.unsettled = () -> database.read(handle -> handle.createQuery(Sql.named("app/unsettled"))
                .map(ConstructorMapper.of(Unsettled.class))
                .one());
        Vertx vertx = Vertx.vertx();
        opened(() -> vertx.close().toCompletionStage().toCompletableFuture().join());
        Seal seal = Seal.withKeyIn(settings.sealKey());
        Telling telling = new Telling(database, seal, vertx, clock);
        Deciding deciding = new Deciding(database, telling.events, clock);
        LoadedMappings mappings =
                new LoadedMappings(settings.mappings(), new PartnerFiles(database, deciding.sweep)::load);
        mappings.look();
        opened(new Worker("mappings", new Doorbell(), RELOAD, () -> {
            mappings.look();
            return false;
        }));
        Doorbell sending = new Doorbell();
        OutDocuments documents = new OutDocuments(sending::ring);
        Inbox inbox = opened(new Inbox(
                database,
                mappings,
                new Arrivals(deciding.replanning)::apply,
                telling.events,
                new Acknowledgements(mappings, documents, new ReportCsv(), clock),
                clock));
        inbox.start();
        Documents letters = inbox.documents(new Withdrawing(deciding.replanning, deciding.releasing));
        opened(new Worker(
                "watch", new Doorbell(), WATCH, new Watch(database, mappings::watched, telling.events, clock)::step));
        OrderPost post = deciding.post(new PartnerForms(mappings, opened(new HouseOrders())), documents);
        Routes routes = opened(new Routes(
                new Routes.Folders(settings.routes(), settings.data()),
                database,
                inbox.keeping(),
                mappings::version,
                post,
                sending));

        ApiKeys keys = new ApiKeys(database);
        keys.setAdmin(adminKey);
        List<Call> calls = new ArrayList<>();
        calls.addAll(new KeyCalls(keys).calls());
        calls.addAll(new StorefrontCalls(new Storefronts(database)).calls());
        calls.addAll(new PartnerCalls(new Partners(database)).calls());
        calls.addAll(new LocationCalls(new Locations(database, deciding.sweep)).calls());
        calls.addAll(new ItemCalls(new Items(database, deciding.replanning)).calls());
        calls.addAll(deciding.calls());
        calls.addAll(new DocumentCalls(inbox.keeping(), letters).calls());
        calls.addAll(telling.calls());
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Pages pages = new Pages(
                vertx,
                new Sources(
                        database,
                        keys,
                        letters,
                        mappings,
                        new NotRunning(routes, mappings),
                        new Merchant(settings.zone(), settings.requestedFirst())));
        ApiServer api = opened(new ApiServer(vertx, calls, keys, new Idempotency(database, seal), metrics, pages));
        management =
                opened(new ManagementServer(vertx, database, metrics)).start("127.0.0.1", settings.managementPort());
        settings.sftp().ifPresent(address -> sftp = OptionalInt.of(routes.openSftp(address.host(), address.port())));
        http = api.start(settings.http().host(), settings.http().port());
    }

    /** Before anything is read or moved: who started a second gateway by mistake has changed nothing. */
    private static void requireFree(String host, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "cannot open port " + port + " on " + host + ": " + e.getMessage()
                            + "; stop what uses it, or choose another with " + option);
        }
    }

    /** Events and the endpoints they go to. */
    private final class Telling {
        private final Events events;
        private final Webhooks webhooks;
        private final Deliveries deliveries;
        private final DeliveryLog log;

        Telling(Database database, Seal seal, Vertx vertx, InstantSource clock) {
            Doorbell bell = new Doorbell();
            Targets targets = new Targets(Networks.of(settings.webhookNetworks()));
            this.events = new Events(bell);
            this.webhooks = new Webhooks(database, seal, targets, bell);
            this.deliveries = opened(new Deliveries(database, seal, targets, vertx, bell, clock));
            this.log = new DeliveryLog(database);
        }

        List<Call> calls() {
            return new WebhookCalls(webhooks, deliveries, log).calls();
        }
    }

    /** Stock and demand, and the plan that follows from them. */
    private final class Deciding {
        private final Database database;
        private final Events events;
        private final InstantSource clock;
        private final Replanning replanning;
        private final Sweep sweep;
        private final Cutting cutting;
        private final Releasing releasing;

        Deciding(Database database, Events events, InstantSource clock) {
            this.database = database;
            this.events = events;
            this.clock = clock;
            Doorbell judging = new Doorbell();
            Doorbell sweeping = new Doorbell();
            Doorbell suppliers = new Doorbell();
            Policy policy = new Policy(settings.firmAfter(), settings.improveDays(), settings.requestedFirst());
            this.replanning = new Replanning(policy, clock, settings.zone(), events, judging, suppliers);
            this.sweep = new Sweep(database, replanning, sweeping);
            Judgements judgements = new Judgements(database, replanning, policy);
            opened(new Worker("judgements", judging, LOOK, judgements::step));
            opened(new Worker("sweep", sweeping, LOOK, sweep::step));
            this.cutting = new Cutting(database, replanning, clock);
            opened(new Worker("cutting", suppliers, LOOK, cutting::step));
            this.releasing = new Releasing(replanning, events, clock);
        }

        /** Purchase orders on their way to suppliers. */
        OrderPost post(PartnerForms forms, OutDocuments documents) {
            return new OrderPost(
                    new Writing(database, cutting, releasing, documents, forms, clock), new SentOrders(events, clock));
        }

        List<Call> calls() {
            List<Call> calls = new ArrayList<>();
            calls.addAll(new StockCalls(
                            new Stock(database, replanning),
                            new PurchaseOrders(database, replanning),
                            new Receipts(database, replanning))
                    .calls());
            calls.addAll(new OrderCalls(
                            new Orders(database, new Placing(replanning, events, clock)),
                            new Fulfilment(database, replanning, events, clock),
                            new Waiting(database))
                    .calls());
            calls.addAll(new AvailabilityCalls(new Offers(database, replanning)).calls());
            return calls;
        }
    }

    /** What is still to be decided, and how many events were written in all. */
    public record Unsettled(long open, long events) {}

    /** Asks the database: for the demo, which waits until a step has caused all that it causes. */
    public Unsettled unsettled() {
        return unsettled.get();
    }

    private Database database() {
        if (settings.db().isPresent()) {
            Settings.Db db = settings.db().get();
            return opened(new Database(db.url(), db.user(), db.password(), settings.dbConnections()));
        }
        EmbeddedPostgres server = opened(EmbeddedPostgres.open(settings.data().resolve("postgres")));
        opened(new Worker("postgres", new Doorbell(), Duration.ofSeconds(1), server::revive));
        return opened(new Database(server.url(), server.user(), server.password(), settings.dbConnections()));
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /** Port of the API. */
    public int httpPort() {
        return http;
    }

    /** Port of the SFTP server; empty where it is off. */
    public OptionalInt sftpPort() {
        return sftp;
    }

    /** The first API key. */
    public String adminKey() {
        return adminKey;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                log.warn("{} did not stop: {}", part.getClass().getSimpleName(), e.getMessage());
            }
        }
    }
}
