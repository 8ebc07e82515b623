package io.quayside.mapping.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quayside.mapping.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads the pages of one document, and remembers the top of the first. */
final class JsonPages {
    private final JsonFactory json;
    private final JsonEach each;
    private final JsonQueue queue;
    private Optional<JsonPlace> top = Optional.empty();

    JsonPages(JsonFactory json, JsonEach each, JsonHandler handler) {
        this.json = json;
        this.each = each;
        this.queue = new JsonQueue(handler);
    }

    /** One value after the other. */
    void read(Reader text) throws IOException {
        try (JsonParser parser = json.createParser(text)) {
            read(parser);
        }
    }

    private void read(JsonParser parser) throws IOException {
        try {
            int page = 0;
            while (parser.nextToken() != null) {
                page++;
                walk(parser, page == 1 ? "" : "page " + page + " ");
            }
            if (page == 0) {
                throw JsonSource.empty();
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = parser.currentLocation();
            throw JsonSource.said(e, "line " + at.getLineNr() + " column " + at.getColumnNr());
        }
    }

    /** A line that is one value and nothing more: gives its records, or throws {@link Unreadable} and gives none. */
    void readLine(String line, String where) throws IOException {
        queue.opened();
        try (JsonParser parser = json.createParser(line)) {
            parser.nextToken();
            walk(parser, where);
            if (parser.nextToken() != null) {
                throw new Unreadable(ProblemCode.WRONG_FORMAT, where.strip(), null, "one JSON value in a line");
            }
            queue.complete();
        } catch (JsonProcessingException e) {
            queue.drop();
            throw JsonSource.said(e, where.strip());
        } catch (Unreadable e) {
            queue.drop();
            throw e;
        }
    }

    Optional<JsonPlace> top() {
        return top;
    }

    private void walk(JsonParser parser, String where) throws IOException {
        JsonWalk walk = new JsonWalk(each, parser, queue, where);
        try {
            walk.page();
        } finally {
            top = top.or(() -> Optional.of(walk.top()));
        }
    }
}
