package io.quayside.inbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document as the API shows it (contracts, section 4), without its problems.
 *
 * @param kind of one that we send: purchase-order, ack, report
 * @param answers of an ack or report: the document it answers
 * @param answeredBy the newest ack or report of one that came in; what settled one that we sent
 * @param nextAt when one that could not be sent is tried again, after {@code attempts} that failed
 */
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
        @JsonRawValue String told,
        Optional<String> kind,
        Optional<String> answers,
        Optional<String> answeredBy,
        Optional<Instant> sentAt,
        Optional<Instant> nextAt,
        Optional<Integer> attempts) {

    /** How far it has been applied. */
    @JsonProperty("progress")
    public Map<String, Integer> progress() {
        return Map.of("chunks", chunks, "chunks_done", chunksDone);
    }

    boolean isOut() {
        return direction.equals("out");
    }

    /** A problem as it is stored. */
    public record Problem(
            String problem,
            String at,
            Optional<String> value,
            Optional<String> field,
            Optional<String> line,
            String write) {
        /** One that is not stored. */
        public static Problem of(io.quayside.mapping.Problem found) {
            return new Problem(
                    found.code().word(), found.at(), found.value(), found.field(), found.line(), found.write());
        }
    }

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
