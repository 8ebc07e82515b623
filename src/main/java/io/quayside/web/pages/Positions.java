package io.quayside.web.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the line of a position as problems and records say it: {@code line 15 column Qty} is line 15 of a text,
 * {@code ST 0001 PO1 2 ACK 2} the second ACK after the second PO1 of message 0001.
 */
final class Positions {
    private static final Pattern LINE = Pattern.compile("line (\\d{1,9})\\b.*");
    private static final Pattern WORDS = Pattern.compile(" ");

    private final boolean segments;
    /** Tags of all segments so far. */
    private final List<String> tags = new ArrayList<>();
    /** Where each message's segments of a tag stand: by {@code 0001 PO1}. */
    private final Map<String, List<Integer>> places = new HashMap<>();

    private final Map<String, String> known = new HashMap<>();
    private String message = "";

    private Positions(boolean segments) {
        this.segments = segments;
    }

    static Positions ofLines() {
        return new Positions(false);
    }

    static Positions ofSegments() {
        return new Positions(true);
    }

    /** Takes the next segment, which is line {@code n}. */
    void segment(byte[] bytes, int n) {
        if (!segments) {
            return;
        }
        String text = new String(bytes, 0, Math.min(bytes.length, 120), StandardCharsets.ISO_8859_1).strip();
        String[] elements = text.split("[^A-Za-z0-9 .-]", -1);
        String tag = known.computeIfAbsent(elements[0], same -> same);
        if (tag.equals("ISA") || tag.equals("GS") || tag.equals("UNB")) {
            message = "";
        } else if (tag.equals("ST") && elements.length > 2) {
            message = elements[2].strip();
        } else if (tag.equals("UNH") && elements.length > 1) {
            message = elements[1].strip();
        }
        tags.add(tag);
        places.computeIfAbsent(message + " " + tag, none -> new ArrayList<>()).add(n);
    }

    /** The line of a position; empty where it says none, or one further on than was read. */
    OptionalInt line(String at) {
        if (!segments) {
            Matcher line = LINE.matcher(at);
            return line.matches() ? OptionalInt.of(Integer.parseInt(line.group(1))) : OptionalInt.empty();
        }
        String[] words = WORDS.split(at);
        if (words.length < 2 || !(words[0].equals("ST") || words[0].equals("UNH"))) {
            return first(words[0], "");
        }
        OptionalInt place = words.length < 4 ? first(words[0], words[1]) : nth(words[1], words[2], words[3]);
        for (int i = 4; i + 1 < words.length && place.isPresent(); i += 2) {
            place = after(place.getAsInt(), words[i], words[i + 1]);
        }
        return place;
    }

    private OptionalInt first(String tag, String of) {
        List<Integer> all = places.getOrDefault(of + " " + tag, List.of());
        return all.isEmpty() ? OptionalInt.empty() : OptionalInt.of(all.get(0));
    }

    private OptionalInt nth(String of, String tag, String number) {
        List<Integer> all = places.getOrDefault(of + " " + tag, List.of());
        int n = number(number);
        return n < 1 || n > all.size() ? OptionalInt.empty() : OptionalInt.of(all.get(n - 1));
    }

    private OptionalInt after(int place, String tag, String number) {
        int left = number(number);
        for (int i = place; i < tags.size(); i++) {
            if (tags.get(i).equals(tag) && --left == 0) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.of(place);
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
