package io.quayside.inbox;

import io.quayside.mapping.Mapping;
import io.quayside.mapping.PartnerFile;
import io.quayside.outbox.EventSchemas;
import io.quayside.outbox.Events;
import io.quayside.outbox.OutDocuments;
import io.quayside.planning.Policy;
import io.quayside.routes.ReportCsv;
import io.quayside.store.Database;
import io.quayside.store.Doorbell;
import io.quayside.store.Refusal;
import io.quayside.store.TestDatabase;
import io.quayside.supply.Applied;
import io.quayside.supply.Replanning;
import io.quayside.supply.Told;
import io.quayside.supply.dropship.Withdrawing;
import io.quayside.supply.orders.Releasing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * The inbox on a database of its own: a supplier {@code acme} with location {@code ACME}, a warehouse {@code wms} with
 * {@code MAIN}. Documents are taken on in the test's thread by {@link #work}; chunks are applied by plain statements.
 */
final class Feeds implements AutoCloseable, Layouts {
    final Database database = TestDatabase.create();
    final Map<String, Mapping> mappings = new ConcurrentHashMap<>();
    final Inbox inbox;
    final Tellings tellings;
    final Documents documents;
    PartnerFile partnerFile = PartnerFile.unnamed("acme");
    private Chunks chunks = Feeds::apply;

    Feeds() {
        database.transact(h -> {
            h.execute(
                    "insert into partner (code, name, kinds) values ('acme', 'Acme', '{supplier}'), ('wms', 'Wms', '{warehouse}')");
            h.execute(
                    "insert into location (code, kind, partner) values ('ACME', 'supplier', 'acme'), ('MAIN', 'warehouse', null)");
        });
        Events events = new Events(new Doorbell());
        InstantSource clock = () -> Instant.parse("2026-09-15T06:30:00Z");
        Acknowledgements acknowledgements =
                new Acknowledgements(this, new OutDocuments(() -> {}), new ReportCsv(), clock);
        tellings = new Tellings(events, acknowledgements, clock);
        inbox = new Inbox(
                database,
                this,
                (h, document, partner, chunk) -> chunks.apply(h, document, partner, chunk),
                events,
                acknowledgements,
                InstantSource.system());
        Replanning replanning = new Replanning(Policy.DEFAULT, clock, ZoneOffset.UTC, events, new Doorbell());
        documents = inbox.documents(new Withdrawing(replanning, new Releasing(replanning, events, clock)));
        mappings.put("acme/inventory", SmallCsv.named("acme/inventory"));
    }

    @Override
    public Mapping mapping(String name) {
        Mapping mapping = mappings.get(name);
        if (mapping == null) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "no mapping " + name);
        }
        return mapping;
    }

    @Override
    public PartnerFile partner(String code) {
        return code.equals("acme") ? partnerFile : PartnerFile.unnamed(code);
    }

    void chunks(Chunks other) {
        chunks = other;
    }

    /** Items A1 … An. */
    void items(int n) {
        database.transact(h -> h.execute(
                "insert into item (sku, name) select 'A' || i, 'Item ' || i from generate_series(1, ?) i", n));
    }

    long drop(String... lines) {
        return dropAs("acme", "acme/inventory", lines);
    }

    long dropAs(String partner, String mapping, String... lines) {
        return keep(Drop.pushed(partner, mapping, "a.csv"), String.join("\n", lines) + "\n");
    }

    long keep(Drop drop, String content) {
        try {
            return inbox.keeping().keep(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), drop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all documents on as far as they go. */
    void work() {
        while (inbox.processing().step(Keeping.MAX_SIZE)) {}
    }

    /** The bytes of a document, as text. */
    String content(long document) {
        try {
            return new String(documents.content(document).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String status(long document) {
        return text("select status from document where id = " + document);
    }

    String reason(long document) {
        return text("select coalesce(reason, '') from document where id = " + document);
    }

    List<String> problems(long document) {
        return list("select code || ' at ' || at || coalesce(': ' || value, '') from problem where document_id = "
                + document + " order by n");
    }

    String stock(String sku) {
        return text("select coalesce(string_agg(location || ' ' || on_hand, ', ' order by location), 'none') from stock"
                + " where sku = '" + sku + "'");
    }

    String text(String sql) {
        return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
    }

    List<String> list(String sql) {
        return new ArrayList<>(
                database.read(h -> h.createQuery(sql).mapTo(String.class).list()));
    }

    /** Plain facts: stock becomes what was stated, with a movement; everything else stays a row of {@code change}. */
    static Applied apply(Handle handle, long document, String partner, int chunk) {
        handle.createUpdate(
                        """
                        insert into movement (sku, location, quantity, kind, effective_at, document_id)
                        select c.sku, c.location, c.quantity - coalesce(s.on_hand, 0), 'inventory', c.as_of, :document
                        from change c left join stock s using (sku, location)
                        where document_id = :document and chunk = :chunk and kind in ('inventory', 'absent')
                            and c.quantity <> coalesce(s.on_hand, 0)
                        """)
                .bind("document", document)
                .bind("chunk", chunk)
                .execute();
        int rows = handle.createUpdate(
                        """
                        insert into stock (sku, location, on_hand, as_of, absent)
                        select sku, location, coalesce(quantity, before), as_of, (kind = 'absent')::int
                        from change
                        where document_id = :document and chunk = :chunk and kind in ('inventory', 'absent')
                        on conflict (sku, location) do update set on_hand = excluded.on_hand, as_of = excluded.as_of,
                            absent = case when excluded.absent = 0 then 0 else stock.absent + 1 end
                        """)
                .bind("document", document)
                .bind("chunk", chunk)
                .execute();
        return new Applied(new Told(rows, 0, 0, 0), List.of());
    }

    @Override
    public void close() {
        inbox.close();
        EventSchemas.assertAllValid(database);
        database.close();
    }
}
