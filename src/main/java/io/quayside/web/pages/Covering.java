package io.quayside.web.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quayside.store.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Units of an inbound that a line is promised from, and the document that said so. */
record Covering(
        int quantity,
        String ref,
        Optional<String> partner,
        Optional<String> location,
        Optional<LocalDate> eta,
        Optional<LocalDate> foundLate,
        Optional<Long> document,
        Optional<String> position) {

    static List<Covering> read(String json) {
        try {
            return List.of(Json.MAPPER.readValue(json, Covering[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own JSON is not readable", e);
        }
    }
}
