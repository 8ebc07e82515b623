package io.quayside.mapping.format;

import java.util.List;

/**
 * One segment: its tag and what stands in it. Empty elements are not kept.
 *
 * @param place in its message, from ST, which is 1
 */
record Segment(String tag, int place, List<Value> values) {
    /** A text and its place; elements, repeats and components count from 1, a simple element is its first component. */
    record Value(int element, int repeat, int component, String text) {}

    /** The element's first component, or an empty text. */
    String text(int element) {
        for (Value value : values) {
            if (value.element == element && value.component == 1) {
                return value.text;
            }
        }
        return "";
    }
}
