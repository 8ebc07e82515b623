package io.quayside.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.outbox.EventType;
import io.quayside.outbox.OutDocuments;
import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import io.quayside.store.Rows;
import io.quayside.store.Sql;
import io.quayside.supply.dropship.Withdrawing;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What people see of documents and do with them. Each action has changed the document's status when it answers. */
public final class Documents {
    private static final int SHOWN_PROBLEMS = 500;

    private final Database database;
    private final Tellings tellings;
    private final Withdrawing withdrawing;
    private final Runnable ring;

    /** {@code ring} wakes the processing, for documents that are to be taken on again. */
    public Documents(Database database, Tellings tellings, Withdrawing withdrawing, Runnable ring) {
        this.database = database;
        this.tellings = tellings;
        this.withdrawing = withdrawing;
        this.ring = ring;
    }

    /** Which documents to list; empty parts do not narrow. */
    public record Filter(Optional<String> partner, Optional<String> direction, Optional<String> status) {}

    /** Newest first, up to {@code limit}, from the one before id {@code before}. */
    public List<DocumentView> list(Filter filter, Optional<Long> before, int limit) {
        return database.read(handle -> handle.createQuery(Sql.named("inbox/list_documents"))
                .bind("partner", filter.partner().orElse(null))
                .bind("direction", filter.direction().orElse(null))
                .bind("status", filter.status().orElse(null))
                .bind("before", before.orElse(null))
                .bind("limit", limit)
                .map(Rows.of(DocumentView.class))
                .list());
    }

    /** The document with its first problems. */
    public ObjectNode get(long id) {
        return database.inTransaction(handle -> {
            ObjectNode view = Json.MAPPER.valueToTree(view(handle, id));
            List<DocumentView.Problem> problems = handle.createQuery(Sql.named("inbox/list_problems"))
                    .bind("document", id)
                    .bind("limit", SHOWN_PROBLEMS)
                    .map(Rows.of(DocumentView.Problem.class))
                    .list();
            view.set("problems", Json.MAPPER.valueToTree(problems));
            return view;
        });
    }

    /** The raw bytes; no connection is held while they are read. */
    public InputStream content(long id) throws IOException {
        database.read(handle -> view(handle, id));
        return Content.of(database, id);
    }

    /** What it changes or would change, from after {@code seq}. */
    public List<DocumentView.Change> preview(long id, int seq, int limit) {
        return database.read(handle -> {
            view(handle, id);
            return handle.createQuery(Sql.named("inbox/list_changes"))
                    .bind("document", id)
                    .bind("after", seq)
                    .bind("limit", limit)
                    .map(Rows.of(DocumentView.Change.class))
                    .list();
        });
    }

    /** Applies a held document all the same. */
    public ObjectNode accept(long id) {
        takeOn(id, "inbox/accept_document", "only a held document can be accepted");
        return get(id);
    }

    /**
     * Ends a held document, nothing of which is applied, or one of ours that waits to be sent, which then never is. What a
     * purchase order had ordered is the customers' again; one that may be with its partner is refused.
     */
    public ObjectNode reject(long id) {
        database.transact(handle -> {
            DocumentView view = view(handle, id);
            if (view.isOut()) {
                withdrawing.lock(handle, id);
                act(handle, view, "inbox/reject_out", notRejected(view));
                withdrawing.withdraw(handle, id);
            } else {
                act(handle, view, "inbox/reject_document", "only a held document can be rejected");
                tellRejected(handle, view(handle, id));
            }
        });
        return get(id);
    }

    private static String notRejected(DocumentView view) {
        return view.kind()
                                .filter(OutDocuments.Kind.PURCHASE_ORDER.word()::equals)
                                .isPresent()
                        && view.status().equals("kept")
                ? "it may be with the partner already, whose units stay with it: ask there; when the partner has answered"
                        + " that it rejects them, or their order lines are cancelled, it can be rejected"
                : "only a document that waits to be sent can be rejected";
    }

    private void tellRejected(Handle handle, DocumentView view) {
        long id = Long.parseLong(view.id());
        tellings.event(
                handle,
                EventType.DOCUMENT_REJECTED,
                new Tellings.Subject(id, view.partner(), view.mapping(), view.name()),
                view.reason().orElse(""),
                view.problemCount());
        tellings.ended(handle, id);
    }

    /** Reads and applies the same bytes again with the mapping as it is now. */
    public ObjectNode replay(long id) {
        takeOn(
                id,
                "inbox/replay_document",
                "a document under way, or whose bytes are no longer kept, cannot be replayed");
        return get(id);
    }

    /** Sends a document of ours again, the same bytes; of one that came in what was said of it. */
    public ObjectNode resend(long id) {
        database.transact(handle -> {
            DocumentView view = view(handle, id);
            if (view.isOut()) {
                act(
                        handle,
                        view,
                        "inbox/resend_out",
                        "a document that is never sent, or no longer kept, cannot go again");
            } else {
                act(
                        handle,
                        view,
                        "inbox/resend_document",
                        "nothing was said of this document that could go again: it has no acknowledgement");
            }
        });
        return get(id);
    }

    private void takeOn(long id, String sql, String otherwise) {
        database.transact(handle -> {
            DocumentView view = view(handle, id);
            if (view.isOut()) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        otherwise
                                + "; this one is ours to send: resend sends it again, reject keeps it from being sent");
            }
            act(handle, view, sql, otherwise);
            handle.afterCommit(ring::run);
        });
    }

    private static void act(Handle handle, DocumentView before, String sql, String otherwise) {
        int rows = handle.createUpdate(Sql.named(sql))
                .bind("document", Long.parseLong(before.id()))
                .execute();
        if (rows == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, otherwise + "; this one is " + before.status());
        }
    }

    private static DocumentView view(Handle handle, long id) {
        return handle.createQuery(Sql.named("inbox/get_document"))
                .bind("document", id)
                .map(Rows.of(DocumentView.class))
                .findOne()
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "there is no document " + id));
    }
}
