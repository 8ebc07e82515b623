package io.quayside.mapping;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;

/**
 * One thing wrong in a document. Printed as a JSON line by `map`, stored with the document, sent back to the partner.
 *
 * @param at position, as the partner would look for it: "line 15 column Qty", "ST 0001 LIN 3 QTY 1"
 * @param line what became of the line: held or rejected; empty where the problem is not of a line
 * @param write what to write instead
 * @param spot the same position as X12 counts it, where it stands in X12
 */
@JsonPropertyOrder({"problem", "at", "value", "field", "line", "write"})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Problem(
        @JsonProperty("problem") ProblemCode code,
        String at,
        Optional<String> value,
        Optional<String> field,
        Optional<String> line,
        String write,
        @JsonIgnore Optional<Spot> spot) {
    /** One that has no place in X12. */
    public Problem(
            ProblemCode code,
            String at,
            Optional<String> value,
            Optional<String> field,
            Optional<String> line,
            String write) {
        this(code, at, value, field, line, write, Optional.empty());
    }

    /** The same, with its place. */
    public Problem in(Spot place) {
        return new Problem(code, at, value, field, line, write, Optional.of(place));
    }
}
