package io.quayside.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Bounds for the bodies of answers: a server that drips a byte now and then, sends without end, or packs a gigabyte into a
 * megabyte ends the call, and none is repeated behind our back. What is left unread is not waited for: the connection goes instead.
 */
final class HttpBounds implements HttpClientConfigurer {
    private final long bytes;
    private final Duration time;

    HttpBounds(long bytes, Duration time) {
        this.bytes = bytes;
        this.time = time;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.disableAutomaticRetries();
        builder.addExecInterceptorFirst("bounds", (request, scope, chain) -> {
            var response = chain.proceed(request, scope);
            if (response.getEntity() != null) {
                response.setEntity(new Bounded(response.getEntity(), scope.execRuntime));
            }
            return response;
        });
    }

    private final class Bounded extends HttpEntityWrapper {
        private final ExecRuntime runtime;
        private InputStream content;

        Bounded(HttpEntity entity, ExecRuntime runtime) {
            super(entity);
            this.runtime = runtime;
        }

        @Override
        public InputStream getContent() throws IOException {
            if (content == null) {
                content = new Body(super.getContent(), runtime);
            }
            return content;
        }
    }

    private final class Body extends FilterInputStream {
        private final ExecRuntime runtime;
        private final long until = System.nanoTime() + time.toNanos();
        private long read;
        private boolean ended;

        Body(InputStream in, ExecRuntime runtime) {
            super(in);
            this.runtime = runtime;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int count = super.read(to, offset, length);
            ended |= count < 0;
            read += Math.max(count, 0);
            if (read > bytes) {
                throw new IOException("the answer has more than " + bytes + " bytes");
            }
            if (!ended && System.nanoTime() - until > 0) {
                throw new IOException("the answer does not end within " + time.toSeconds() + " s");
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            if (ended) {
                super.close();
            } else {
                runtime.discardEndpoint();
            }
        }
    }
}
