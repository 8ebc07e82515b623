package io.quayside.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies above what is held in memory, in and out. */
class BodyOfAnySizeTest {
    private static final int LARGE = 5_000_000;

    private final Database database = TestDatabase.create();
    private final AtomicInteger called = new AtomicInteger();
    private final TestApi api = TestApi.serving(
            database,
            List.of(
                    new Call("POST", "/v1/documents", List.of(), this::measure),
                    new Call("GET", "/v1/documents/{id}/content", List.of(), BodyOfAnySizeTest::pour),
                    new Call("POST", "/v1/items", List.of(), request -> Answer.none())));

    @AfterEach
    void stop() {
        api.close();
        database.close();
    }

    private Answer measure(Request request) {
        called.incrementAndGet();
        try (InputStream in = request.body().open()) {
            return Answer.accepted(Map.of("id", Long.toString(in.transferTo(OutputStream.nullOutputStream()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer pour(Request request) {
        return Answer.stream("application/octet-stream", out -> {
            for (int i = 0; i < LARGE / 10; i++) {
                out.write("0123456789".getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    @Test
    void aLargeBodyIsTakenInWholeAndItsFileIsGoneAfterwards() throws IOException {
        Reply reply = api.postBytes("/v1/documents?partner=p&mapping=m&name=n", new byte[LARGE]);

        assertThat(reply.at("/id")).isEqualTo(Integer.toString(LARGE));
        assertThat(filesOfBodies()).isEmpty();
    }

    @Test
    void aLargeAnswerIsStreamed() {
        byte[] bytes = api.get("/v1/documents/1/content").bytes();

        assertThat(bytes).hasSize(LARGE).startsWith('0', '1').endsWith('8', '9');
    }

    @Test
    void aBodyWithoutALengthIsMeasuredAsItComes() throws Exception {
        InputStream endless = new InputStream() {
            private long left = 70L << 20;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int read = (int) Math.min(length, left);
                left -= read;
                return read <= 0 ? -1 : read;
            }
        };
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + "/v1/items"))
                .header("Authorization", "Bearer " + api.key())
                .POST(BodyPublishers.ofInputStream(() -> endless))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than 64 MB");
        await().untilAsserted(() -> assertThat(filesOfBodies()).isEmpty());
    }

    @Test
    void aClientThatGoesAwayMidBodyCausesNothing() throws Exception {
        URI url = URI.create(api.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/documents?partner=p&mapping=m&name=n HTTP/1.1\r\nHost: x\r\nContent-Length: "
                                    + LARGE + "\r\nAuthorization: Bearer " + api.key() + "\r\n\r\nhalf")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            await().untilAsserted(() -> assertThat(filesOfBodies()).hasSize(1));
        }

        await().untilAsserted(() -> assertThat(filesOfBodies()).isEmpty());
        assertThat(called).hasValue(0);
    }

    private static List<Path> filesOfBodies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("quayside-.*[.]body"))
                    .toList();
        }
    }
}
