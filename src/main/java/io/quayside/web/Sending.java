package io.quayside.web;

import io.quayside.store.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;

/** Writes answers to clients. Runs on a worker thread; a stream goes at the pace of the client. */
public final class Sending {
    private Sending() {}

    /** Headers that the response already has stay, unless the answer sets them. */
    public static void send(HttpServerResponse response, Answer answer) {
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer.body() == null) {
            response.end();
        } else if (answer.body() instanceof Answer.Stream stream) {
            pour(response, stream);
        } else {
            if (!response.headers().contains("Content-Type")) {
                response.putHeader("Content-Type", "application/json");
            }
            response.end(
                    answer.body() instanceof byte[] bytes
                            ? Buffer.buffer(bytes)
                            : Buffer.buffer(Json.write(answer.body())));
        }
    }

    private static void pour(HttpServerResponse response, Answer.Stream stream) {
        response.setChunked(true);
        try {
            SlowOutput out = new SlowOutput(response);
            stream.writeTo(out);
            out.flush();
        } catch (IOException e) {
            // The client went away, or must see that this is not whole: no last chunk, the connection goes.
            response.reset();
            return;
        } catch (RuntimeException e) {
            response.reset();
            throw e;
        }
        response.end();
    }
}
