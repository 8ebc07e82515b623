package io.quayside.mapping.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes X12: an interchange with an ISA of exactly 106 bytes, elements by {@code *}, components by {@code >}, segments ended
 * by {@code ~} and a newline, and all counts and control numbers right. Data goes through {@link X12Text} first: what still holds a
 * delimiter here is a mistake of ours and throws, so that a broken file never leaves. Stateless.
 */
public final class X12Writer {
    private static final char ELEMENT = '*';
    private static final char COMPONENT = '>';
    private static final String END = "~\n";
    private static final long HIGHEST_CONTROL = 999_999_999L;
    /** What joins components within an element until it is written: no data holds it. */
    private static final char JOINT = '\u001f';

    private static final DateTimeFormatter SHORT_DATE = at("yyMMdd");
    private static final DateTimeFormatter DATE = at("yyyyMMdd");
    private static final DateTimeFormatter TIME = at("HHmm");

    private X12Writer() {}

    /**
     * Who writes to whom.
     *
     * @param sender qualifier/id: "ZZ/OURGATEWAY"
     * @param receiver likewise
     * @param control of the interchange, 1 to 999,999,999; its group has the same
     * @param test usage T instead of P
     */
    public record Envelope(String sender, String receiver, long control, Instant at, boolean test) {}

    /**
     * One transaction set.
     *
     * @param type "850"
     * @param convention which guide it follows (ST03); empty in 004010
     * @param segments without ST and SE; each a tag and its elements
     */
    public record Message(String type, String convention, List<List<String>> segments) {
        /** One that names no guide. */
        public Message(String type, List<List<String>> segments) {
            this(type, "", segments);
        }
    }

    /** One element of two components. */
    public static String component(String first, String second) {
        return first + JOINT + second;
    }

    /** An interchange of one group; {@code group} is its functional identifier ("PO"), {@code version} "004010". */
    public static byte[] interchange(Envelope envelope, String group, String version, List<Message> messages) {
        return interchange(envelope, List.of(), group, version, messages);
    }

    /** The same with segments between ISA and GS: TA1. */
    public static byte[] interchange(
            Envelope envelope, List<List<String>> before, String group, String version, List<Message> messages) {
        StringBuilder out = isa(envelope);
        before.forEach(segment -> segment(out, segment));
        String at = envelope.control() + "";
        segment(
                out,
                List.of(
                        "GS",
                        group,
                        id(envelope.sender()),
                        id(envelope.receiver()),
                        DATE.format(envelope.at()),
                        TIME.format(envelope.at()),
                        at,
                        "X",
                        version));
        for (int n = 0; n < messages.size(); n++) {
            message(out, messages.get(n), "%04d".formatted(n + 1));
        }
        segment(out, List.of("GE", messages.size() + "", at));
        return end(out, envelope, 1);
    }

    /** An interchange without a group that holds these segments alone: TA1. */
    public static byte[] bare(Envelope envelope, List<List<String>> segments) {
        StringBuilder out = isa(envelope);
        segments.forEach(segment -> segment(out, segment));
        return end(out, envelope, 0);
    }

    private static void message(StringBuilder out, Message message, String control) {
        segment(out, List.of("ST", message.type(), control, message.convention()));
        message.segments().forEach(segment -> segment(out, segment));
        segment(out, List.of("SE", message.segments().size() + 2 + "", control));
    }

    private static StringBuilder isa(Envelope envelope) {
        StringBuilder out = new StringBuilder("ISA");
        List<String> elements = List.of(
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                qualifier(envelope.sender()),
                padded(id(envelope.sender())),
                qualifier(envelope.receiver()),
                padded(id(envelope.receiver())),
                SHORT_DATE.format(envelope.at()),
                TIME.format(envelope.at()),
                "U",
                "00401",
                control(envelope),
                "0",
                envelope.test() ? "T" : "P");
        elements.forEach(element -> out.append(ELEMENT).append(element));
        return out.append(ELEMENT).append(COMPONENT).append(END);
    }

    private static byte[] end(StringBuilder out, Envelope envelope, int groups) {
        segment(out, List.of("IEA", groups + "", control(envelope)));
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Empty elements at the end, and empty components at the end of an element, are left out. */
    private static void segment(StringBuilder out, List<String> segment) {
        List<String> elements = new ArrayList<>();
        segment.forEach(element -> elements.add(element(segment.get(0), elements.size(), element)));
        while (elements.size() > 1 && elements.get(elements.size() - 1).isEmpty()) {
            elements.remove(elements.size() - 1);
        }
        out.append(String.join("" + ELEMENT, elements)).append(END);
    }

    private static String element(String tag, int n, String element) {
        String whole = element.replaceFirst(JOINT + "+$", "");
        if (!X12Text.isClean(whole.replace(JOINT, ' '))) {
            throw new IllegalArgumentException(tag + "/" + n + " cannot be written: '" + whole
                    + "' holds a delimiter, or a character that X12 has not");
        }
        return whole.replace(JOINT, COMPONENT);
    }

    private static String control(Envelope envelope) {
        if (envelope.control() < 1 || envelope.control() > HIGHEST_CONTROL) {
            throw new IllegalArgumentException(envelope.control() + " is no control number of nine digits");
        }
        return "%09d".formatted(envelope.control());
    }

    private static String qualifier(String address) {
        String qualifier = address.substring(0, Math.max(0, address.indexOf('/')));
        if (qualifier.length() != 2) {
            throw new IllegalArgumentException("'" + address + "' is no X12 address; write for example ZZ/OURGATEWAY");
        }
        return qualifier;
    }

    private static String id(String address) {
        return address.substring(address.indexOf('/') + 1);
    }

    private static String padded(String id) {
        if (id.length() > 15 || !X12Text.isClean(id)) {
            throw new IllegalArgumentException("'" + id + "' is no X12 address; it has at most 15 basic characters");
        }
        return "%-15s".formatted(id);
    }

    private static DateTimeFormatter at(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }
}
