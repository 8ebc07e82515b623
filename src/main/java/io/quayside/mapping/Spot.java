package io.quayside.mapping;

/**
 * A place in an interchange as acknowledgements count it.
 *
 * @param tag of the segment that stands there, or is missing there
 * @param segment its place in its message, from ST, which is 1; 0 for the envelope around messages
 * @param element from 1; 0 for the segment as a whole
 * @param component from 1
 */
public record Spot(String tag, int segment, int element, int component) {
    /** A place in the envelope around messages: "IEA", 2. */
    public static Spot envelope(String tag, int element) {
        return new Spot(tag, 0, element, 1);
    }
}
