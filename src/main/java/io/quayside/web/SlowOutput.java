package io.quayside.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes a response from a worker thread, at the pace of the client; a client that takes nothing for a minute is given up. */
final class SlowOutput extends OutputStream {
    private static final int CHUNK = 64 << 10;

    private final HttpServerResponse response;
    private Buffer chunk = Buffer.buffer(CHUNK);

    SlowOutput(HttpServerResponse response) {
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        chunk.appendBytes(bytes, from, length);
        if (chunk.length() >= CHUNK) {
            flush();
        }
    }

    @Override
    public void flush() throws IOException {
        if (chunk.length() == 0) {
            return;
        }
        Buffer full = chunk;
        chunk = Buffer.buffer(CHUNK);
        try {
            response.write(full).toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the client went away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is stopping", e);
        }
    }
}
