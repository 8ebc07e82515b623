package io.quayside.web;

import io.quayside.store.Database;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import io.quayside.store.Seal;
import io.quayside.store.Sha256;
import io.quayside.store.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Does a call with an {@code Idempotency-Key} once. What a call with a JSON body does and the answer that is kept for its
 * repetition are one transaction ({@link Database#together}), so a killed process leaves both or neither. Bulk and raw bodies are stored in parts and
 * may be sent again by their nature (SKUs, order numbers, hashes); only their answer is kept.
 *
 * <p>A refused call changed nothing: nothing is kept, and the key may be used again. Answers are sealed, because some of
 * them hold a secret that is shown once.
 */
public final class Idempotency {
    private static final int LONGEST = 255;

    private final Database database;
    private final Seal seal;

    public Idempotency(Database database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** One call under its key. */
    record Once(String key, String line, Request request, boolean waits) {
        String apiKey() {
            return request.principal().keyId();
        }

        String purpose() {
            return "answer " + apiKey() + " " + key;
        }
    }

    private record Kept(byte[] request, int status, byte[] answer) {}

    /** The handler's answer, or the one that was kept. {@code line} is method and path with query. */
    Answer answer(Once once, Call.Handler handler) {
        if (once.key().isEmpty() || once.key().length() > LONGEST || once.key().indexOf('\0') >= 0) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "the Idempotency-Key must have 1 to " + LONGEST + " characters",
                    new Refusal.Place("Idempotency-Key", "write a UUID, for example"));
        }
        byte[] asked = digest(once);
        if (once.waits() || !once.request().isJson()) {
            Optional<Kept> kept = database.read(handle -> find(handle, once));
            return kept.map(k -> again(once, asked, k)).orElseGet(() -> {
                Answer answer = handler.answer(once.request());
                database.transact(handle -> keep(handle, once, asked, answer));
                return answer;
            });
        }
        return database.together(handle -> {
            claim(handle, once);
            return find(handle, once).map(kept -> again(once, asked, kept)).orElseGet(() -> {
                Answer first = handler.answer(once.request());
                keep(handle, once, asked, first);
                return first;
            });
        });
    }

    /** Forgets answers that are older than a day. */
    void forget() {
        database.transact(
                handle -> handle.createUpdate(Sql.named("web/forget_answers")).execute());
    }

    private static void claim(Handle handle, Once once) {
        boolean alone = handle.createQuery(Sql.named("web/claim_idempotency"))
                .bind("apiKey", once.apiKey())
                .bind("key", once.key())
                .mapTo(Boolean.class)
                .one();
        if (!alone) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "a call with this Idempotency-Key is still under way; repeat this one later");
        }
    }

    private static Optional<Kept> find(Handle handle, Once once) {
        return handle.createQuery(Sql.named("web/find_answer"))
                .bind("apiKey", once.apiKey())
                .bind("key", once.key())
                .map((row, context) -> new Kept(row.getBytes("request"), row.getInt("status"), row.getBytes("answer")))
                .findOne();
    }

    private Answer again(Once once, byte[] asked, Kept kept) {
        if (!MessageDigest.isEqual(asked, kept.request())) {
            throw new Refusal(
                    Refusal.Kind.UNPROCESSABLE,
                    "this Idempotency-Key was used for another call or body; use a new key for a new call");
        }
        byte[] body = seal.open(kept.answer(), once.purpose());
        Map<String, String> headers = Map.of("Idempotent-Replayed", "true");
        return new Answer(kept.status(), body.length == 0 ? null : body, headers);
    }

    private void keep(Handle handle, Once once, byte[] asked, Answer answer) {
        byte[] body =
                answer.body() == null ? new byte[0] : Json.write(answer.body()).getBytes(StandardCharsets.UTF_8);
        handle.createUpdate(Sql.named("web/insert_answer"))
                .bind("apiKey", once.apiKey())
                .bind("key", once.key())
                .bind("request", asked)
                .bind("status", answer.status())
                .bind("answer", seal.seal(body, once.purpose()))
                .execute();
    }

    private static byte[] digest(Once once) {
        try (InputStream body = once.request().body().open()) {
            MessageDigest digest = Sha256.digest();
            digest.update((once.line() + "\n").getBytes(StandardCharsets.UTF_8));
            body.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
