package io.quayside.mapping.format;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Asks a segment: {@code QTY}, {@code QTY[33]}, {@code HL[I]}.
 *
 * @param tag its tag
 * @param qualifier what its first element must be (of a tree's segment: its level); empty for any
 * @param element the element that is asked
 */
record SegmentPattern(String tag, String qualifier, int element) {
    static final Pattern SYNTAX = Pattern.compile("([A-Z][A-Z0-9]{1,2})(?:\\[([^\\[\\]/]+)])?");

    /** From a match of {@link #SYNTAX}. */
    static SegmentPattern of(MatchResult match, EdiTree tree) {
        String tag = match.group(1);
        String qualifier = match.group(2) == null ? "" : match.group(2);
        return new SegmentPattern(tag, qualifier, tag.equals(tree.segment()) ? tree.level() : 1);
    }

    boolean matches(Segment segment) {
        return tag.equals(segment.tag())
                && (qualifier.isEmpty()
                        || qualifier.equals(segment.text(element).strip()));
    }

    @Override
    public String toString() {
        return qualifier.isEmpty() ? tag : tag + "[" + qualifier + "]";
    }
}
