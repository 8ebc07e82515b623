package io.quayside.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.inbox.DocumentView.Change;
import io.quayside.store.Json;
import java.util.ArrayList;
import java.util.List;

/** A change in words. */
final class Moved {
    private Moved() {}

    /** By how much a change moves what was there. */
    static String difference(Change change) {
        if (change.quantity().isEmpty() || change.before().isEmpty()) {
            return "";
        }
        int by = change.quantity().get() - change.before().get();
        return by > 0 ? "+" + Look.number(by) : by == 0 ? "0" : "\u2212" + Look.number(-by);
    }

    /** What a change's own fields do not say. */
    static String beside(Change change) {
        if (change.record() == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        Json.tree(change.record())
                .fields()
                .forEachRemaining(field -> words.add(field.getKey().replace('_', ' ') + " " + text(field.getValue())));
        return String.join(", ", words);
    }

    private static String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(
                part.has("quantity")
                        ? part.path("quantity").asText()
                                + part.path("eta").asText("").replaceFirst("^(?=.)", " on ")
                        : text(part)));
        return parts.isEmpty() ? "none" : String.join(" and ", parts);
    }
}
