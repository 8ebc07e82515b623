package io.quayside.routes;

import io.quayside.mapping.format.JsonGlance;
import io.quayside.mapping.format.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the pages of one answer follow each other: the parameter {@code pages} of the kamelet feed-http. */
sealed interface PageRule {
    /** What is known of a page when the next one is looked for. {@code n} counts from 1. */
    record Page(WebAddress address, int n, HttpAnswer answer, Map<JsonPath, JsonGlance.Seen> seen) {}

    /** The first page's address. */
    default WebAddress first(WebAddress address) {
        return address;
    }

    /** What is to be looked at in each page. */
    default List<JsonPath> looksAt() {
        return List.of();
    }

    /** Whether the page only says that the one before was the last. */
    default boolean isBehindTheEnd(Page page) throws FetchFailure {
        return false;
    }

    /** The address of the next page; empty after the last. */
    Optional<WebAddress> next(Page page) throws FetchFailure;

    /** There is one page. */
    record Single() implements PageRule {
        @Override
        public Optional<WebAddress> next(Page page) {
            return Optional.empty();
        }
    }

    /** A value in the page is the next one's address, or what {@code parameter} has to be for it. */
    record InThePage(JsonPath path, Optional<String> parameter) implements PageRule {
        @Override
        public List<JsonPath> looksAt() {
            return List.of(path);
        }

        @Override
        public Optional<WebAddress> next(Page page) throws FetchFailure {
            Optional<String> value = Optional.ofNullable(page.seen().get(path))
                    .flatMap(JsonGlance.Seen::text)
                    .filter(text -> !text.isBlank());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            return parameter.isPresent()
                    ? Optional.of(page.address().with(parameter.get(), value.get()))
                    : Optional.of(link(page, value.get()));
        }
    }

    /** The header Link says it. */
    record InTheHeader() implements PageRule {
        private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
        private static final Pattern NEXT =
                Pattern.compile(";\\s*rel\\s*=\\s*\"?([^\";,]*\\s)?next[\\s\";,]", Pattern.CASE_INSENSITIVE);

        @Override
        public Optional<WebAddress> next(Page page) throws FetchFailure {
            for (String header : page.answer().headers().getOrDefault("link", List.of())) {
                Matcher link = LINK.matcher(header);
                while (link.find()) {
                    if (NEXT.matcher(link.group(2) + ",").find()) {
                        return Optional.of(link(page, link.group(1)));
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** Pages are numbered, up to one whose list is empty, or has fewer than {@code size} values where that is said. */
    record Numbered(String parameter, String named, JsonPath list, int from, Optional<Integer> size)
            implements PageRule {
        @Override
        public WebAddress first(WebAddress address) {
            return address.with(parameter, Integer.toString(from));
        }

        @Override
        public List<JsonPath> looksAt() {
            return List.of(list);
        }

        @Override
        public boolean isBehindTheEnd(Page page) throws FetchFailure {
            return items(page) == 0 && page.n() > 1;
        }

        @Override
        public Optional<WebAddress> next(Page page) throws FetchFailure {
            int items = items(page);
            return items == 0 || items < size.orElse(0)
                    ? Optional.empty()
                    : Optional.of(page.address().with(parameter, Integer.toString(from + page.n())));
        }

        /** An error that comes as a good answer has no list: it must not pass for the end. */
        private int items(Page page) throws FetchFailure {
            JsonGlance.Seen found = page.seen().get(list);
            if (found == null || found.items().isEmpty()) {
                throw new FetchFailure(
                        "page " + page.n() + " of " + page.address().shown() + " has no list at " + named
                                + ": nothing of this poll is kept; check pages, or what the API answers");
            }
            return found.items().getAsInt();
        }
    }

    private static WebAddress link(Page page, String link) throws FetchFailure {
        return page.address()
                .to(link)
                .orElseThrow(() -> new FetchFailure(
                        "page " + page.n() + " of " + page.address().shown() + " names no address as the next page"));
    }

    /** Reads the parameter; anything but its forms is refused. */
    static PageRule of(String text) {
        Matcher named = Pattern.compile("json:\\s*(\\S+?)(?:\\s+as\\s+(\\S+))?").matcher(text);
        Matcher numbered = Pattern.compile(
                        "number:\\s*(\\S+)\\s+of\\s+(\\S+?)(?:\\s+by\\s+([0-9]{1,6}))?(?:\\s+from\\s+([0-9]{1,6}))?")
                .matcher(text);
        if (text.equals("none")) {
            return new Single();
        }
        if (text.equals("link")) {
            return new InTheHeader();
        }
        if (named.matches()) {
            return new InThePage(path(named.group(1)), Optional.ofNullable(named.group(2)));
        }
        if (numbered.matches()) {
            return new Numbered(
                    numbered.group(1),
                    numbered.group(2),
                    path(numbered.group(2)),
                    numbered.group(4) == null ? 1 : Integer.parseInt(numbered.group(4)),
                    Optional.ofNullable(numbered.group(3)).map(Integer::valueOf));
        }
        throw new IllegalArgumentException("pages: write none, link, json:$.meta.next, json:$.cursor as after,"
                + " or number:page of data by 100 from 1, not " + text);
    }

    private static JsonPath path(String text) {
        JsonPath path = JsonPath.parse(text);
        if (!JsonGlance.isPlain(path)) {
            throw new IllegalArgumentException("pages: " + text
                    + " is too much of a path: write names with dots between, for example $.meta.next");
        }
        return path;
    }
}
