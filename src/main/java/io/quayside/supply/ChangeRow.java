package io.quayside.supply;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.store.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of {@code change}: what a document says of one SKU. Kinds are inventory, absent, inbound, order-ack, shipment and receipt. */
record ChangeRow(
        String at,
        String kind,
        String sku,
        String location,
        Integer quantity,
        Instant asOf,
        JsonNode record,
        int message) {

    boolean is(String word) {
        return kind.equals(word);
    }

    Optional<String> text(String field) {
        JsonNode value = record.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        record.path(field).forEach(value -> texts.add(value.asText()));
        return texts;
    }

    Optional<LocalDate> date(String field) {
        return text(field).map(LocalDate::parse);
    }

    boolean flag(String field) {
        return record.path(field).asBoolean(false);
    }

    /** A row as stored; what says no moment speaks of the one when its document was received. */
    record Stored(
            String at,
            String kind,
            String sku,
            Optional<String> location,
            Optional<Integer> quantity,
            Instant asOf,
            Optional<String> record,
            int message) {

        ChangeRow toRow() {
            return new ChangeRow(
                    at,
                    kind,
                    sku,
                    location.orElse(null),
                    quantity.orElse(null),
                    asOf,
                    record.map(Json::tree).orElseGet(Json.MAPPER::createObjectNode),
                    message);
        }
    }
}
