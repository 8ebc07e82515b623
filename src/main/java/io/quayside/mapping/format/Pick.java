package io.quayside.mapping.format;

import io.quayside.mapping.Spot;
import io.quayside.mapping.format.Segment.Value;
import java.util.List;
import java.util.Map;

/** What a path takes of its last segment: an element and component, or the element behind a qualifier. */
sealed interface Pick {
    /** Adds what stands there to {@code values}; the first alone unless {@code all}. Blank is nothing. */
    void from(Segment segment, boolean all, List<String> values);

    /** Where in the segment it stands or would stand. */
    Spot spot(Segment segment);

    /** {@code QTY/3.1}; a simple element is its own first component. */
    record Element(int element, int component) implements Pick {
        @Override
        public Spot spot(Segment segment) {
            return new Spot(segment.tag(), segment.place(), element, component);
        }

        @Override
        public void from(Segment segment, boolean all, List<String> values) {
            for (Value value : segment.values()) {
                if (value.element() == element
                        && value.component() == component
                        && !value.text().isBlank()) {
                    values.add(value.text());
                    if (!all) {
                        return;
                    }
                }
            }
        }
    }

    /** {@code LIN~VN}: the element behind the qualifier VN, looked for where the segment holds pairs of qualifier and id. */
    record Qualified(String qualifier) implements Pick {
        /** The first qualifier of segments whose pairs run on to their end; an id there may well look like a qualifier. */
        private static final Map<String, Integer> FIRST =
                Map.of("LIN", 2, "PO1", 6, "IT1", 6, "ACK", 7, "POC", 8, "SLN", 9);

        @Override
        public Spot spot(Segment segment) {
            int behind = segment.values().stream()
                    .filter(value -> qualifies(segment, value))
                    .mapToInt(value -> value.element() + 1)
                    .findFirst()
                    .orElse(0);
            return new Spot(segment.tag(), segment.place(), behind, 1);
        }

        private boolean qualifies(Segment segment, Value value) {
            Integer first = FIRST.get(segment.tag());
            boolean placed = first == null || value.element() >= first && (value.element() - first) % 2 == 0;
            return placed
                    && value.component() == 1
                    && qualifier.equals(value.text().strip());
        }

        @Override
        public void from(Segment segment, boolean all, List<String> values) {
            for (Value value : segment.values()) {
                if (qualifies(segment, value)) {
                    int before = values.size();
                    new Element(value.element() + 1, 1).from(segment, all, values);
                    if (values.size() > before && !all) {
                        return;
                    }
                }
            }
        }
    }
}
