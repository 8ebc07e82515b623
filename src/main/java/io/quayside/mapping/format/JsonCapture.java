package io.quayside.mapping.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes one value of a document into memory: as much of it as may be there, and what is wrong with it. Used once. */
final class JsonCapture {
    /** About how many bytes a record, or a value around records, may have. */
    private static final int MOST = 1 << 22;

    private static final int EACH = 48;
    private static final JsonValue.Scalar NOTHING = new JsonValue.Scalar(null);

    private final JsonParser parser;
    private int size;
    private Optional<String> twice = Optional.empty();

    JsonCapture(JsonParser parser) {
        this.parser = parser;
    }

    /** The value that begins at the current token; the parser is at its end then. */
    JsonValue value() throws IOException {
        size += EACH;
        JsonToken token = parser.currentToken();
        if (size > MOST) {
            parser.skipChildren();
            return NOTHING;
        }
        if (token == JsonToken.START_OBJECT) {
            return fields();
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonValue> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(value());
            }
            return new JsonValue.Items(values);
        }
        return token == JsonToken.VALUE_NULL ? NOTHING : scalar();
    }

    private JsonValue fields() throws IOException {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            size += name.length();
            parser.nextToken();
            if (values.put(name, value()) != null) {
                twice = Optional.of(name);
            }
        }
        return new JsonValue.Fields(values);
    }

    private JsonValue scalar() throws IOException {
        String text = parser.getText();
        size += text.length();
        return new JsonValue.Scalar(text);
    }

    /** About how many bytes of memory it takes. */
    int size() {
        return size;
    }

    /** What makes it unfit as a whole. */
    Optional<Problem> problem(String at) {
        if (size > MOST) {
            return Optional.of(problem(ProblemCode.TOO_LONG, at, Optional.empty(), "a record of at most 4 MB"));
        }
        return twice.map(name -> problem(
                ProblemCode.WRONG_FORMAT, at, twice, "each name once in an object: nobody knows which is meant"));
    }

    private static Problem problem(ProblemCode code, String at, Optional<String> value, String write) {
        return new Problem(code, at, value, Optional.empty(), Optional.empty(), write);
    }
}
