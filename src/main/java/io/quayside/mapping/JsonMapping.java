package io.quayside.mapping;

import io.quayside.mapping.format.JsonPath;
import io.quayside.mapping.format.JsonPivot;
import io.quayside.mapping.format.JsonSource;
import io.quayside.mapping.format.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** A mapping for JSON or JSON lines: one message a document, however many pages it has. */
final class JsonMapping extends Compiled {
    private final JsonSource source;
    private final MessageRule message;
    private final Map<Target, Field> head;
    private final RecordRule rule;
    private final Optional<Unpivot> unpivot;

    JsonMapping(About about, JsonSource source, MessageRule message, Records records) {
        super(about);
        this.source = source;
        this.message = message;
        this.head = records.head();
        this.rule = records.rule();
        this.unpivot = records.unpivot();
    }

    /**
     * How records are made.
     *
     * @param head fields that stand once a page, with paths from its top
     */
    record Records(Map<Target, Field> head, RecordRule rule, Optional<Unpivot> unpivot) {}

    /**
     * Members of an object that are values of one field: a record each.
     *
     * @param as the name that stands for the member's name
     * @param value the name that stands for what the member holds
     */
    record Unpivot(JsonPivot pivot, String as, String value) {}

    @Override
    void read(InputStream bytes, String fileName, PartnerFile partner, Lines.Output output) throws IOException {
        source.read(bytes, new JsonReading(this, fileName, partner, output));
    }

    MessageRule message() {
        return message;
    }

    Map<Target, Field> head() {
        return head;
    }

    RecordRule rule() {
        return rule;
    }

    Optional<Unpivot> unpivot() {
        return unpivot;
    }

    /** Paths were checked when the mapping was compiled. */
    Optional<Reference> reference(String path) {
        if (unpivot.isPresent() && path.equals(unpivot.get().as())) {
            return Optional.of(unpivot.get().pivot().name());
        }
        if (unpivot.isPresent() && path.equals(unpivot.get().value())) {
            return Optional.of(unpivot.get().pivot().value());
        }
        return Optional.of(JsonPath.parse(path));
    }
}
