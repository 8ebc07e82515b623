package io.quayside.mapping.format;

/**
 * A tree of loops that point to their parents, as `tree` of a mapping says it.
 *
 * @param segment the segment that begins each loop
 * @param id element with the loop's number, from 1
 * @param parent element with the number of its parent
 * @param level element with the level's code
 */
public record EdiTree(String segment, int id, int parent, int level) {
    /** The hierarchical levels of X12. */
    public static final EdiTree HL = new EdiTree("HL", 1, 2, 3);
}
