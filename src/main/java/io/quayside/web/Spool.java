package io.quayside.web;

import io.quayside.store.Refusal;
import io.quayside.store.TemporaryFiles;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Takes a body in whole before any thread or connection works on it, so that a slow client holds nothing but its own
 * socket: small ones in memory, others in a temporary file. Runs on the event loop.
 */
final class Spool {
    private static final long IN_MEMORY = 1 << 20;

    private final Vertx vertx;
    private final HttpServerRequest http;
    private final long largest;

    Spool(Vertx vertx, HttpServerRequest http, long largest) {
        this.vertx = vertx;
        this.http = http;
        this.largest = largest;
    }

    /** The body; fails with a {@link Refusal} when it is too large. The request must be paused. */
    Future<Spooled> take() {
        long declared = declared();
        if (declared > largest) {
            return Future.failedFuture(tooLarge());
        }
        return declared >= 0 && declared <= IN_MEMORY ? inMemory() : inFile();
    }

    private long declared() {
        String length = http.getHeader("Content-Length");
        if (length != null) {
            return Long.parseLong(length);
        }
        return http.getHeader("Transfer-Encoding") == null ? 0 : -1;
    }

    private Future<Spooled> inMemory() {
        Future<Buffer> body = http.body();
        http.resume();
        return body.map(buffer -> Spooled.inMemory(buffer.getBytes()));
    }

    private Future<Spooled> inFile() {
        return vertx.executeBlocking(Spool::temporary, false).compose(path -> vertx.fileSystem()
                .open(path.toString(), new OpenOptions().setWrite(true))
                .compose(this::copy)
                .map(size -> Spooled.inFile(path, size))
                .onFailure(e -> delete(path)));
    }

    private Future<Long> copy(AsyncFile file) {
        Promise<Long> copied = Promise.promise();
        long[] size = {0};
        http.exceptionHandler(copied::tryFail);
        http.handler(chunk -> {
            size[0] += chunk.length();
            if (size[0] > largest) {
                copied.tryFail(tooLarge());
                return;
            }
            file.write(chunk).onFailure(copied::tryFail);
            if (file.writeQueueFull()) {
                http.pause();
                file.drainHandler(ready -> http.resume());
            }
        });
        http.endHandler(end -> copied.tryComplete(size[0]));
        http.resume();
        // The file is closed after the last write; a body that failed is drained on without being kept.
        return copied.future().eventually(() -> {
            if (!http.isEnded()) {
                http.handler(chunk -> {});
            }
            return file.close();
        });
    }

    private Refusal tooLarge() {
        return new Refusal(
                Refusal.Kind.TOO_LARGE, "the body is larger than " + (largest >> 20) + " MB; send it in several parts");
    }

    private static Path temporary() {
        try {
            return TemporaryFiles.create(".body");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(Path path) {
        vertx.fileSystem().delete(path.toString());
    }
}
