package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import java.util.List;
import java.util.Optional;

/** Takes what a reader of CSV finds: {@code (columns row*)? ends}. */
public interface CsvHandler {
    /** How many of the columns that are looked for these are; asked of each delimiter that the header might have. */
    int fits(List<String> names);

    /**
     * The header, or where there is none the numbers of the first line's values.
     *
     * @param line of the header
     * @return the columns that values are wanted of, from 0; empty to read no further
     */
    Optional<int[]> columns(List<String> names, long line);

    /** A line; the same object is given each time. */
    void row(CsvRow row);

    /** A line that is wrong as a whole. */
    void badRow(CsvRow row, Problem problem);

    /** The file has ended; with a problem it falls as a whole. */
    void ends(Optional<Problem> problem);
}
