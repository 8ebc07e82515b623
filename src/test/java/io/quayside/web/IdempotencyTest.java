package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.store.Database;
import io.quayside.store.Refusal;
import io.quayside.store.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls on POST /v1/keys, with a handler of ours that writes a storefront in a transaction of its own. */
class IdempotencyTest {
    private static final String BODY = "{\"scope\":\"read\",\"name\":\"a\"}";

    private final Database database = TestDatabase.create();
    private volatile Runnable afterWriting = () -> {};
    private final TestApi api =
            TestApi.serving(database, List.of(new Call("POST", "/v1/keys", List.of(), this::write)));

    @AfterEach
    void stop() {
        api.close();
        database.close();
    }

    private Answer write(Request request) {
        String code = database.inTransaction(h -> h.createQuery(
                        "insert into storefront values (cast(gen_random_uuid() as text), 'made') returning code")
                .mapTo(String.class)
                .one());
        afterWriting.run();
        return Answer.created(Map.of("id", code, "key", "qk_secret"));
    }

    @Test
    void theSameKeyAndBodyIsDoneOnceAndAnsweredTheSame() {
        Reply first = post("k1", BODY);
        Reply second = post("k1", BODY);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(done()).isEqualTo(1);
        assertThat(post("k2", BODY).headers().firstValue("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        post("k1", BODY);

        Reply other = post("k1", "{\"scope\":\"read\",\"name\":\"b\"}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void anothersKeyIsItsOwn() {
        post("k1", BODY);

        Reply other = api.scoped(database, "admin").call("POST", "/v1/keys", BODY, headers("k1"));

        assertThat(other.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(done()).isEqualTo(2);
    }

    @Test
    void aCallThatFailedAfterItsCommitHasDoneNothingAndMayBeRepeated() {
        afterWriting = () -> {
            throw new Refusal(Refusal.Kind.CONFLICT, "no");
        };
        assertThat(post("k1", BODY).status()).isEqualTo(409);
        assertThat(done()).isZero();

        afterWriting = () -> {};
        assertThat(post("k1", BODY).status()).isEqualTo(201);
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void ofTwentyAtOnceOneIsDone() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Callable<Reply> call = () -> {
            go.await();
            return post("k1", BODY);
        };
        ExecutorService clients = Executors.newFixedThreadPool(20);
        List<Future<Reply>> replies =
                IntStream.range(0, 20).mapToObj(i -> clients.submit(call)).toList();
        go.countDown();

        for (Future<Reply> reply : replies) {
            assertThat(reply.get().status()).isIn(201, 409);
        }
        clients.shutdown();
        assertThat(done()).isEqualTo(1);
        assertThat(post("k1", BODY).headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    @Test
    void aSecretInAnAnswerIsNotInTheDatabaseInClear() {
        post("k1", BODY);

        byte[] kept = database.read(h -> h.createQuery("select answer from idempotency")
                .mapTo(byte[].class)
                .one());

        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("qk_secret");
    }

    private Reply post(String key, String body) {
        return api.call("POST", "/v1/keys", body, headers(key));
    }

    private static String[] headers(String key) {
        return new String[] {"Content-Type", "application/json", "Idempotency-Key", key};
    }

    private int done() {
        return database.read(h -> h.createQuery("select count(*) from storefront")
                .mapTo(Integer.class)
                .one());
    }
}
