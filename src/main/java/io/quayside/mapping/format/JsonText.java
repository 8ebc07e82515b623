package io.quayside.mapping.format;

import java.util.Map;

/** Writes a value so that a person recognizes it; no more of it than a problem shows. */
final class JsonText {
    private static final int ENOUGH = 200;

    private JsonText() {}

    static void write(JsonValue value, StringBuilder to) {
        if (value instanceof JsonValue.Scalar scalar) {
            to.append(scalar.text());
        } else if (value instanceof JsonValue.Items items) {
            to.append('[');
            for (JsonValue item : items.values()) {
                comma(to, '[');
                if (to.length() > ENOUGH) {
                    to.append('…');
                    break;
                }
                write(item, to);
            }
            to.append(']');
        } else {
            fields((JsonValue.Fields) value, to);
        }
    }

    private static void fields(JsonValue.Fields fields, StringBuilder to) {
        to.append('{');
        for (Map.Entry<String, JsonValue> field : fields.values().entrySet()) {
            comma(to, '{');
            if (to.length() > ENOUGH) {
                to.append('…');
                break;
            }
            to.append(field.getKey()).append(": ");
            write(field.getValue(), to);
        }
        to.append('}');
    }

    private static void comma(StringBuilder to, char opening) {
        if (to.charAt(to.length() - 1) != opening) {
            to.append(", ");
        }
    }
}
