package io.quayside.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.inbox.DocumentView;
import io.quayside.inbox.Documents;
import io.quayside.inbox.Drop;
import io.quayside.inbox.Keeping;
import io.quayside.store.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Documents in both directions: bytes in, what became of each, and what people do about those that need them. */
public final class DocumentCalls {
    private static final List<String> SEE = List.of("operator", "read");
    private static final List<String> ACT = List.of("operator");

    private static final List<String> DIRECTIONS = List.of("in", "out");
    private static final List<String> STATUSES = List.of(
            "kept", "staged", "held", "applied", "ignored", "rejected", "duplicate", "sent", "acknowledged", "refused");

    private final Keeping keeping;
    private final Documents documents;

    public DocumentCalls(Keeping keeping, Documents documents) {
        this.keeping = keeping;
        this.documents = documents;
    }

    public List<Call> calls() {
        return List.of(
                new Call("POST", "/v1/documents", ACT, this::create),
                new Call("GET", "/v1/documents", SEE, this::list),
                new Call("GET", "/v1/documents/{id}", SEE, r -> Answer.ok(documents.get(id(r)))),
                new Call("GET", "/v1/documents/{id}/content", SEE, this::content),
                new Call("GET", "/v1/documents/{id}/preview", SEE, this::preview),
                act("accept", documents::accept),
                act("reject", documents::reject),
                act("replay", documents::replay),
                act("resend", documents::resend));
    }

    private static Call act(String word, LongFunction<ObjectNode> action) {
        return new Call("POST", "/v1/documents/{id}/" + word, ACT, r -> Answer.ok(action.apply(id(r))));
    }

    private Answer create(Request request) {
        Drop drop = Drop.pushed(required(request, "partner"), required(request, "mapping"), required(request, "name"));
        try (InputStream bytes = request.body().open()) {
            return Answer.accepted(Map.of("id", Long.toString(keeping.keep(bytes, drop))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String required(Request request, String name) {
        return request.query()
                .get(name)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.INVALID,
                        "the query parameter " + name + " is missing",
                        new Refusal.Place(name, "write ?partner=CODE&mapping=PARTNER/NAME&name=FILE")));
    }

    private Answer list(Request request) {
        int limit = request.query().limit();
        List<DocumentView> rows = documents.list(
                new Documents.Filter(
                        request.query().get("partner"),
                        word(request, "direction", DIRECTIONS),
                        word(request, "status", STATUSES)),
                request.query().cursor(1).map(parts -> number(parts.get(0))),
                limit + 1);
        return Answer.ok(Page.of(rows, limit, row -> List.of(row.id())));
    }

    private Answer content(Request request) {
        long id = id(request);
        documents.get(id);
        return Answer.stream("application/octet-stream", out -> {
            try (InputStream bytes = documents.content(id)) {
                bytes.transferTo(out);
            }
        });
    }

    private Answer preview(Request request) {
        int limit = request.query().limit();
        int after = request.query()
                .cursor(1)
                .map(parts -> Math.toIntExact(number(parts.get(0))))
                .orElse(0);
        return Answer.ok(Page.of(
                documents.preview(id(request), after, limit + 1), limit, row -> List.of(Integer.toString(row.seq()))));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.Kind.INVALID, "the cursor is not one of this list's");
        }
    }

    private static long id(Request request) {
        try {
            return Long.parseLong(request.path("id"));
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "there is no document " + request.path("id"));
        }
    }

    /** A query parameter that is one of these words; refuses another with 400. */
    private static Optional<String> word(Request request, String parameter, List<String> words) {
        Optional<String> word = request.query().get(parameter);
        word.filter(w -> !words.contains(w)).ifPresent(w -> {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "no document has the " + parameter + " \"" + w + "\"" + Names.instead(w, words),
                    new Refusal.Place(parameter, "write one of " + String.join(", ", words)));
        });
        return word;
    }
}
