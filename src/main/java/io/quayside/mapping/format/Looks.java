package io.quayside.mapping.format;

import java.util.Locale;
import java.util.Optional;

/** What a document that should be CSV or JSON really is, by its first characters. */
final class Looks {
    private static final int ENOUGH = 4_096;

    private Looks() {}

    /** The name of what is no JSON; empty for what may be. */
    static Optional<String> likeNoJson(String start) {
        String head = start.stripLeading();
        return head.startsWith("{") || head.startsWith("[") ? Optional.empty() : like(head);
    }

    /** The name of what is no CSV; empty for what may be one. */
    static Optional<String> like(String start) {
        String head = start.substring(0, Math.min(start.length(), ENOUGH)).stripLeading();
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.contains("<head>")) {
            return Optional.of("an HTML page");
        }
        if (head.startsWith("<")) {
            return Optional.of("XML or HTML");
        }
        if (head.startsWith("{") || head.startsWith("[{")) {
            return Optional.of("JSON");
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return Optional.of("a zip archive or a workbook");
        }
        if (head.startsWith("%PDF-")) {
            return Optional.of("a PDF");
        }
        if (head.startsWith("ISA")
                && head.length() > 3
                && !Character.isLetterOrDigit(head.charAt(3))
                && head.length() > 100) {
            return Optional.of("X12");
        }
        if (head.startsWith("UNA:+") || head.startsWith("UNB+")) {
            return Optional.of("EDIFACT");
        }
        return head.indexOf(0) >= 0 ? Optional.of("binary data") : Optional.empty();
    }
}
