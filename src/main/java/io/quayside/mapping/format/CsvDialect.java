package io.quayside.mapping.format;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How a partner writes CSV.
 *
 * @param charsets the first that fits; a BOM goes before all
 * @param delimiter empty: found from the header
 * @param header whether the first line names the columns; else they go by number, from 1
 * @param skipBlank whether blank lines are passed over, or are lines without values
 * @param skipStarting lines that begin so are passed over, the header's among them
 * @param finalNewline whether a file that does not end in a newline is incomplete
 */
public record CsvDialect(
        List<Charset> charsets,
        Optional<Character> delimiter,
        boolean header,
        boolean skipBlank,
        List<String> skipStarting,
        boolean finalNewline) {}
