package io.quayside.inbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document as the API shows it (contracts, section 4), without its problems. */
public record DocumentView(
        String id,
        String direction,
        String partner,
        String mapping,
        String name,
        long size,
        String sha256,
        Instant receivedAt,
        String status,
        Optional<String> reason,
        List<String> controls,
        Optional<Instant> asOf,
        Optional<Instant> endedAt,
        int rows,
        int heldRows,
        int changes,
        int problemCount,
        @JsonIgnore int chunks,
        @JsonIgnore int chunksDone,
        @JsonRawValue String told) {

    /** How far it has been applied. */
    @JsonProperty("progress")
    public Map<String, Integer> progress() {
        return Map.of("chunks", chunks, "chunks_done", chunksDone);
    }

    /** A problem as it is stored. */
    public record Problem(
            String problem,
            String at,
            Optional<String> value,
            Optional<String> field,
            Optional<String> line,
            String write) {}

    /** A row that a document changes; {@code record} holds what the other fields do not. */
    public record Change(
            @JsonIgnore int seq,
            String kind,
            String sku,
            Optional<String> location,
            Optional<Integer> before,
            Optional<Integer> quantity,
            String at,
            @JsonRawValue String record) {}
}
