package io.quayside.routes;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP answer. Its body is read while the call lasts.
 *
 * @param headers by name in lower case; those that steer Camel are not among them
 */
record HttpAnswer(int status, Map<String, List<String>> headers, InputStream body) {
    boolean isGood() {
        return status >= 200 && status < 300;
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** When the other side says that this was. */
    Optional<Instant> date() {
        return header("date").flatMap(HttpAnswer::date);
    }

    /** {@code Retry-After}, in seconds or as a date. */
    Optional<Duration> retryAfter(Instant now) {
        return header("retry-after")
                .flatMap(text -> text.strip().matches("[0-9]{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())))
                        : date(text).map(until -> Duration.between(now, until)));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
