package io.quayside.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quayside.store.Json;
import io.quayside.store.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A part of a list: {@code next} is the cursor of the part after it, null at the end. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, Optional<String> next) {
    /**
     * Cuts a list that was read with one row more than {@code limit}, so that it is known whether there is more.
     *
     * @param key what a row is found by again: the parts that {@link Request.Query#cursor} gives back
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, List<String>> key) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), Optional.empty());
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, Optional.of(encode(key.apply(items.get(limit - 1)))));
    }

    static String encode(List<String> parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(parts).getBytes(StandardCharsets.UTF_8));
    }

    static List<String> decode(String cursor, int parts) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] read = Json.MAPPER.readValue(json, String[].class);
            if (read != null && read.length == parts) {
                return List.of(read);
            }
        } catch (IllegalArgumentException | JsonProcessingException | NullPointerException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static Refusal unknown() {
        return new Refusal(
                Refusal.Kind.INVALID,
                "the cursor is not one of this list's",
                new Refusal.Place("cursor", "write the value of \"next\" from the answer before, or leave it out"));
    }
}
