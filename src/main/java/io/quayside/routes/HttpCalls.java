package io.quayside.routes;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultExchange;
import org.apache.hc.client5.http.HttpHostConnectException;

/** HTTP requests by camel-http, one after the other, in bounded time. Follows nothing and keeps no cookie. */
final class HttpCalls implements AutoCloseable {
    private static final int CONNECT_MS = 10_000;
    private static final int ANSWER_MS = 30_000;
    private static final String OPTIONS = "throwExceptionOnFailure=false&followRedirects=false&disableStreamCache=true"
            + "&copyHeaders=false&userAgent=Quayside&clearExpiredCookies=false&httpClientConfigurer=#bean:httpBounds"
            + "&connectTimeout=" + CONNECT_MS + "&connectionRequestTimeout=" + CONNECT_MS
            + "&responseTimeout=" + ANSWER_MS + "&soTimeout=" + ANSWER_MS;

    private final CamelContext camel;
    private final Map<String, Producer> sites = new ConcurrentHashMap<>();

    HttpCalls(CamelContext camel) {
        this.camel = camel;
    }

    /** What is made of an answer, while its body can be read. */
    @FunctionalInterface
    interface Use<T> {
        T of(HttpAnswer answer) throws IOException, FetchFailure;
    }

    /** Asks, and gives the answer to {@code use}; blocks for as long as the bounds allow. */
    <T> T call(HttpAsk ask, Use<T> use) throws FetchFailure {
        Exchange exchange = exchange(ask);
        try {
            producer(ask.address()).process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            try (InputStream body = body(exchange)) {
                return use.of(new HttpAnswer(
                        exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                        headers(exchange),
                        body));
            }
        } catch (FetchFailure e) {
            throw e;
        } catch (Exception e) {
            throw new FetchFailure(ask.address().shown() + sentence(e));
        }
    }

    private Exchange exchange(HttpAsk ask) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().getHeaders().putAll(ask.headers());
        exchange.getMessage().setHeader(Exchange.HTTP_URI, ask.address().uri().toString());
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, ask.form().isPresent() ? "POST" : "GET");
        ask.form().ifPresent(form -> {
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
            exchange.getMessage().setBody(form.getBytes(StandardCharsets.US_ASCII));
        });
        return exchange;
    }

    private Producer producer(WebAddress address) {
        return sites.computeIfAbsent(address.site(), site -> {
            try {
                Producer producer = camel.getEndpoint(site + "?" + OPTIONS).createProducer();
                producer.start();
                return producer;
            } catch (Exception e) {
                throw new IllegalStateException("cannot make requests to " + site, e);
            }
        });
    }

    private static InputStream body(Exchange exchange) {
        InputStream body = exchange.getMessage().getBody(InputStream.class);
        return body == null ? InputStream.nullInputStream() : body;
    }

    private static Map<String, List<String>> headers(Exchange exchange) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (value != null && !Edge.steersCamel(name)) {
                headers.put(name.toLowerCase(Locale.ROOT), texts(value));
            }
        });
        return headers;
    }

    private static List<String> texts(Object value) {
        return value instanceof Iterable<?> several
                ? StreamSupport.stream(several.spliterator(), false)
                        .map(String::valueOf)
                        .toList()
                : List.of(value.toString());
    }

    private static String sentence(Exception e) {
        if (e instanceof SocketTimeoutException) {
            return " does not answer in time";
        }
        if (e instanceof UnknownHostException) {
            return ": there is no host of this name";
        }
        if (e instanceof HttpHostConnectException || e instanceof ConnectException) {
            return ": nobody answers there";
        }
        return " breaks off: " + OneLine.of(e);
    }

    @Override
    public void close() {
        sites.values().forEach(Producer::stop);
    }
}
