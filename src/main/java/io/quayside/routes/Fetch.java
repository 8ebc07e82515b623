package io.quayside.routes;

import io.quayside.mapping.format.JsonGlance;
import io.quayside.mapping.format.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One poll by HTTP: asks page after page. All of them come, or nothing does. */
final class Fetch {
    private static final int MOST_PAGES = 10_000;
    private static final int MOST_REDIRECTS = 5;
    private static final Duration MOST_TIME = Duration.ofMinutes(10);
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final FetchRule rule;
    private final HttpCalls calls;
    private final FetchMemory.Known known;
    private final long until = System.nanoTime() + MOST_TIME.toNanos();
    private final Set<String> asked = new TreeSet<>();
    private PageFile pages;
    private Instant moment = Instant.now();
    private Optional<String> etag = Optional.empty();
    private String ending = "json";

    Fetch(FetchRule rule, HttpCalls calls, FetchMemory.Known known) {
        this.rule = rule;
        this.calls = calls;
        this.known = known;
    }

    /** What there is; empty where nothing has changed since what is known. */
    Optional<Fetched> run() throws FetchFailure {
        try {
            pages = new PageFile();
            boolean whole = false;
            try {
                whole = all();
                return whole ? Optional.of(new Fetched(pages.file(), moment, etag, ending)) : Optional.empty();
            } finally {
                if (!whole) {
                    pages.delete();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False where the first page says that nothing has changed. */
    private boolean all() throws FetchFailure {
        Optional<WebAddress> next = Optional.of(first());
        for (int n = 1; next.isPresent(); n++) {
            if (n > MOST_PAGES || System.nanoTime() - until > 0) {
                throw new FetchFailure("after " + (n - 1) + " pages there are still more: nothing of this poll is kept;"
                        + " check pages, or ask for less");
            }
            WebAddress address = next.get();
            if (!address.site().equals(rule.address().orElseThrow().site())) {
                throw new FetchFailure("page " + (n - 1) + " names a next page on another host, " + address.shown()
                        + ": it is not asked, because it would get our credentials");
            }
            if (!asked.add(address.uri().toString())) {
                throw new FetchFailure(
                        "page " + n
                                + " is a page that was asked for before, so the pages have no end: nothing of this poll is kept; check pages");
            }
            Turn turn = ask(address, n);
            if (turn.unchanged()) {
                return false;
            }
            next = turn.next();
        }
        return true;
    }

    /** What an answer means for the poll. */
    private record Turn(boolean unchanged, Optional<WebAddress> next) {
        static final Turn UNCHANGED = new Turn(true, Optional.empty());
    }

    private WebAddress first() {
        WebAddress first = rule.asking().pages().first(rule.address().orElseThrow());
        Optional<String> since = rule.asking().since();
        return since.isPresent() && known.since().isPresent()
                ? first.with(since.get(), known.since().get().toString())
                : first;
    }

    private Turn ask(WebAddress address, int n) throws FetchFailure {
        WebAddress at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            WebAddress asking = at;
            Step step = calls.call(HttpAsk.get(at, headers(n)), answer -> take(answer, asking, n));
            if (step.turn().isPresent()) {
                return step.turn().get();
            }
            at = step.moved().orElse(at);
        }
        throw new FetchFailure(address.shown() + " sends from one address to the next without end");
    }

    /** What comes after an answer: a turn, another address, or the same again with a new token. */
    private record Step(Optional<Turn> turn, Optional<WebAddress> moved) {
        static final Step AGAIN = new Step(Optional.empty(), Optional.empty());

        static Step of(Turn turn) {
            return new Step(Optional.of(turn), Optional.empty());
        }
    }

    private Map<String, String> headers(int n) throws FetchFailure {
        Map<String, String> headers = new HashMap<>(rule.login().headers(calls));
        headers.put("Accept", rule.asking().accept());
        if (n == 1) {
            known.etag().ifPresent(tag -> headers.put("If-None-Match", tag));
        }
        return headers;
    }

    private Step take(HttpAnswer answer, WebAddress address, int n) throws IOException, FetchFailure {
        if (answer.status() == 401 && rule.login().refused()) {
            return Step.AGAIN;
        }
        if (answer.isRedirect()) {
            return new Step(Optional.empty(), Optional.of(moved(answer, address)));
        }
        if (n == 1 && (answer.status() == 304 && known.etag().isPresent() || answer.status() == 204)) {
            return Step.of(Turn.UNCHANGED);
        }
        if (!answer.isGood()) {
            throw refused(answer, address);
        }
        return Step.of(new Turn(false, page(answer, address, n)));
    }

    private Optional<WebAddress> page(HttpAnswer answer, WebAddress address, int n) throws IOException, FetchFailure {
        if (n == 1) {
            moment = answer.date().orElse(moment);
            ending = ending(answer.header("content-type").orElse(""));
        }
        pages.add(answer.body());
        List<JsonPath> paths = Stream.concat(
                        rule.asking().pages().looksAt().stream(),
                        rule.asking().ok().stream().map(OkRule::path))
                .toList();
        Map<JsonPath, JsonGlance.Seen> seen = pages.glance(paths);
        for (OkRule ok : rule.asking().ok()) {
            Optional<String> failure = ok.failure(seen);
            if (failure.isPresent()) {
                throw new FetchFailure("page " + n + " of " + address.shown() + " answers " + answer.status()
                        + ", but is not what ok asks for: there is " + failure.get());
            }
        }
        PageRule.Page page = new PageRule.Page(address, n, answer, seen);
        if (rule.asking().pages().isBehindTheEnd(page)) {
            pages.dropLast();
            return Optional.empty();
        }
        Optional<WebAddress> next = rule.asking().pages().next(page);
        etag = n == 1 && next.isEmpty() ? answer.header("etag") : Optional.empty();
        return next;
    }

    private static WebAddress moved(HttpAnswer answer, WebAddress address) throws FetchFailure {
        WebAddress moved = answer.header("location")
                .flatMap(address::to)
                .orElseThrow(() -> new FetchFailure(address.shown() + " sends to no address"));
        if (!moved.site().equals(address.site())) {
            throw new FetchFailure(
                    address.shown() + " sends to another host, " + moved.shown()
                            + ": it is not asked, because it would get our credentials; write that address as url if it is right");
        }
        return moved;
    }

    private static FetchFailure refused(HttpAnswer answer, WebAddress address) {
        String what = address.shown() + " answers " + answer.status();
        String todo =
                switch (answer.status()) {
                    case 401, 403 -> ": check auth and what belongs to it";
                    case 404, 410 -> ": check url";
                    case 429 -> ": we ask too often for it";
                    default -> "";
                };
        Optional<Duration> after = BUSY.contains(answer.status()) ? answer.retryAfter(Instant.now()) : Optional.empty();
        return new FetchFailure(what + todo, after);
    }

    private static String ending(String type) {
        String plain = type.toLowerCase(java.util.Locale.ROOT);
        if (plain.contains("ndjson") || plain.contains("jsonl")) {
            return "ndjson";
        }
        return Stream.of("json", "csv", "xml")
                .filter(plain::contains)
                .findFirst()
                .orElse(plain.isEmpty() ? "json" : "txt");
    }
}
