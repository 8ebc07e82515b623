package io.quayside.web.pages;

import io.quayside.inbox.DocumentView.Change;
import io.quayside.inbox.DocumentView.Problem;
import io.quayside.mapping.format.Unreadable;
import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.web.Answer;
import io.quayside.web.Routing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One document: what came or went, what the mapping makes of it, what it changes, and what may be done about it. */
final class DocumentPage implements Part {
    private static final int LINES = 100;
    private static final int PROBLEMS = 200;
    private static final int CHANGES = 25;

    /** What was done, by the word in the address, and what follows from it. */
    private static final Map<String, String> DONE = Map.of(
            "accept", "Accepted. It is read again and applied without asking its guards; this page follows it.",
            "reject", "Rejected. Nothing of it is applied; one of ours is not sent.",
            "replay", "Replayed. The same bytes are read again with the mapping as it is now; this page follows it.",
            "resend", "To be sent again. It is due now and goes with the next round of its route.");

    private final Sources sources;
    private final Look look;

    DocumentPage(Sources sources, Look look) {
        this.sources = sources;
        this.look = look;
    }

    @Override
    public void addTo(Routing<Place> routing) {
        routing.add("GET", "/documents/{id}", new Place(Place.Access.READER, this::show));
        routing.add("GET", "/documents/{id}/content", new Place(Place.Access.READER, this::content));
        act(routing, "accept", sources.documents()::accept);
        act(routing, "reject", sources.documents()::reject);
        act(routing, "replay", sources.documents()::replay);
        act(routing, "resend", sources.documents()::resend);
    }

    private static void act(Routing<Place> routing, String word, LongConsumer action) {
        routing.add("POST", "/documents/{id}/" + word, new Place(Place.Access.ACTOR, visit -> {
            action.accept(id(visit));
            return Look.seeOther("/documents/" + id(visit) + "?done=" + word);
        }));
    }

    private Answer show(Visit visit) {
        DocumentHead document = document(id(visit));
        DocumentShown shown = shown(visit, document);
        Frame frame = look.frame(document.name(), Frame.Tab.DOCUMENTS, visit);
        Frame following = document.isUnderWay() ? frame.reloading(2) : frame;
        return Look.page(200, out -> JtedocumentGenerated.render(out, null, following, shown));
    }

    private DocumentHead document(long id) {
        return sources.database()
                .read(handle -> handle.createQuery(Sql.named("web/document"))
                        .bind("document", id)
                        .map(Rows.of(DocumentHead.class))
                        .findOne())
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "There is no document " + id + "."));
    }

    private DocumentShown shown(Visit visit, DocumentHead document) {
        long id = document.id();
        int from = visit.number("from")
                .filter(n -> n > 0 && n < Integer.MAX_VALUE)
                .orElse(1L)
                .intValue();
        int after = visit.number("changes").orElse(0L).intValue();
        List<Problem> problems = rows("inbox/list_problems", id, PROBLEMS, Problem.class);
        List<Change> changes = sources.documents().preview(id, after, CHANGES + 1);
        boolean more = changes.size() > CHANGES;
        List<Change> some = more ? changes.subList(0, CHANGES) : changes;
        Optional<Raw> raw = document.kept() ? Optional.of(raw(id, from)) : Optional.empty();
        Map<Integer, List<Made>> made = new HashMap<>();
        Optional<String> unmade = raw.flatMap(window -> make(document, window, made));
        return new DocumentShown(
                document,
                rows("web/documents_that_answer", id, CHANGES, DocumentShown.Other.class),
                orders(id),
                problems,
                some,
                more ? Optional.of(some.get(CHANGES - 1).seq()) : Optional.empty(),
                raw,
                made,
                raw.map(window -> byLine(problems, window)).orElse(Map.of()),
                unmade,
                visit.query("done").map(DONE::get));
    }

    private <T extends Record> List<T> rows(String sql, long id, int limit, Class<T> type) {
        return sources.database().read(handle -> handle.createQuery(Sql.named(sql))
                .bind("document", id)
                .bind("limit", limit)
                .map(Rows.of(type))
                .list());
    }

    private List<String> orders(long id) {
        return sources.database().read(handle -> handle.createQuery(Sql.named("web/orders_of_document"))
                .bind("document", id)
                .mapTo(String.class)
                .list());
    }

    private Raw raw(long id, int from) {
        try (InputStream bytes = sources.documents().content(id)) {
            return RawReader.read(bytes, from, LINES);
        } catch (Unreadable gzip) {
            return packed(id, from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A damaged gzip, as it is. */
    private Raw packed(long id, int from) {
        try (InputStream bytes = sources.documents().content(id)) {
            return RawReader.readRows(bytes, from, LINES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the window's records into {@code made}, or answers why there are none. */
    private Optional<String> make(DocumentHead document, Raw raw, Map<Integer, List<Made>> made) {
        if (document.isOut() || raw.form() == Raw.Form.BYTES) {
            return Optional.empty();
        }
        try (InputStream bytes = sources.documents().content(document.id())) {
            made.putAll(RecordsOfWindow.of(bytes, raw, document, sources.layouts()));
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(Look.sentence(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, List<Problem>> byLine(List<Problem> problems, Raw raw) {
        Map<Integer, List<Problem>> byLine = new HashMap<>();
        for (Problem problem : problems) {
            raw.positions().line(problem.at()).ifPresent(line -> byLine.computeIfAbsent(line, none -> new ArrayList<>())
                    .add(problem));
        }
        return byLine;
    }

    private Answer content(Visit visit) {
        DocumentHead document = document(id(visit));
        String name = URLEncoder.encode(document.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Answer.stream("application/octet-stream", out -> {
                    try (InputStream bytes = sources.documents().content(document.id())) {
                        bytes.transferTo(out);
                    }
                })
                .with("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .with("Cache-Control", "no-store");
    }

    private static long id(Visit visit) {
        String id = visit.path().get("id");
        if (!id.matches("\\d{1,18}")) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "There is no document " + id + ".");
        }
        return Long.parseLong(id);
    }
}
