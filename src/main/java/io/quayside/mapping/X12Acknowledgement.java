package io.quayside.mapping;

import io.quayside.mapping.format.X12Codes;
import io.quayside.mapping.format.X12Text;
import io.quayside.mapping.format.X12Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What answers the interchanges of an X12 document: TA1 segments, and a 997 or 999 for each group. Pure.
 *
 * @param type 997, 999 or TA1: what the file is called after
 * @param to whom it answers; its addresses are turned around
 */
public record X12Acknowledgement(
        String type, Received to, List<List<String>> ta1, String version, List<X12Writer.Message> messages) {
    /** How the document as a whole has ended. */
    public enum Fate {
        /** What stands in it counts. */
        STANDS,
        /** Nothing of it does. */
        REJECTED,
        /** The same bytes were there before. */
        REPEATED
    }

    private static final String VERSION_997 = "004010";
    private static final String VERSION_999 = "005010X231A1";
    private static final int LONGEST_VALUE = 99;
    private static final int MOST_CODES = 5;

    /** What there is to say; empty where nobody is to hear anything, as of what itself only answers. */
    public static Optional<X12Acknowledgement> of(List<Received> received, Fate fate, Acknowledge terms) {
        List<List<String>> ta1 = new ArrayList<>();
        List<X12Writer.Message> messages = new ArrayList<>();
        List<Received> asked = received.stream().filter(r -> !r.answer()).toList();
        boolean x999 = terms.send() == Acknowledge.Send.X999;
        String version = x999 ? VERSION_999 : VERSION_997;
        for (Received interchange : asked) {
            Received judged =
                    fate == Fate.REPEATED && terms.ta1() != Acknowledge.Ta1.OFF ? interchange.repeated() : interchange;
            if (terms.ta1() == Acknowledge.Ta1.ALWAYS || terms.ta1() == Acknowledge.Ta1.ON_ERROR && !judged.isWell()) {
                ta1.add(ta1(judged));
            }
            if (judged.isWell() || terms.ta1() == Acknowledge.Ta1.OFF) {
                boolean falls = fate == Fate.REJECTED || !judged.isWell();
                for (Received.Group group : judged.groups()) {
                    if (!group.isAnswer()) {
                        messages.add(message(group, falls, x999));
                        version = x999 || messages.size() > 1 ? version : group.version();
                    }
                }
            }
        }
        if (ta1.isEmpty() && messages.isEmpty()) {
            return Optional.empty();
        }
        String type = messages.isEmpty() ? "TA1" : messages.get(0).type();
        return Optional.of(new X12Acknowledgement(type, asked.get(0), ta1, version, messages));
    }

    /** From whom to whom: the addresses of what it answers, turned around. */
    public X12Writer.Envelope envelope(long control, Instant at) {
        return new X12Writer.Envelope(
                to.receiver(), to.sender(), control, at, to.usage().equals("T"));
    }

    /** The interchange, ready to be sent. */
    public byte[] write(X12Writer.Envelope envelope) {
        return messages.isEmpty()
                ? X12Writer.bare(envelope, ta1)
                : X12Writer.interchange(envelope, ta1, "FA", version, messages);
    }

    private static List<String> ta1(Received interchange) {
        return List.of(
                "TA1",
                interchange.control(),
                interchange.date(),
                interchange.time(),
                interchange.isWell() ? "A" : "R",
                interchange.note());
    }

    private static X12Writer.Message message(Received.Group group, boolean falls, boolean x999) {
        String letters = x999 ? "IK" : "AK";
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of("AK1", text(group.id()), text(group.control()), x999 ? text(group.version()) : ""));
        int accepted = 0;
        int noted = 0;
        for (Received.Transaction set : group.sets()) {
            segments.add(List.of("AK2", text(set.type()), text(set.control())));
            faults(segments, set.faults(), letters);
            boolean refused = falls || set.refused();
            boolean wrong = !set.faults().isEmpty();
            accepted += refused ? 0 : 1;
            noted += refused || !wrong ? 0 : 1;
            List<String> end = new ArrayList<>(List.of(letters + "5", refused ? "R" : wrong ? "E" : "A"));
            end.addAll(set.errors());
            if ((refused || wrong) && set.errors().isEmpty()) {
                end.add(X12Codes.SEGMENTS_WRONG);
            }
            segments.add(end.subList(0, Math.min(end.size(), 2 + MOST_CODES)));
        }
        int there = group.sets().size();
        String code = accepted < there
                ? accepted == 0 ? "R" : "P"
                : noted > 0 || !group.errors().isEmpty() ? "E" : "A";
        List<String> end = new ArrayList<>(List.of(
                "AK9",
                falls && there == 0 ? "R" : code,
                group.counted().matches("\\d{1,6}") ? group.counted() : there + "",
                there + "",
                accepted + ""));
        end.addAll(group.errors());
        segments.add(end);
        return x999 ? new X12Writer.Message("999", VERSION_999, segments) : new X12Writer.Message("997", segments);
    }

    private static void faults(List<List<String>> segments, List<Received.Fault> faults, String letters) {
        int last = 0;
        for (Received.Fault fault : faults) {
            Spot spot = fault.spot();
            boolean whole = spot.element() == 0;
            if (spot.segment() != last || whole) {
                segments.add(List.of(
                        letters + "3",
                        text(spot.tag()),
                        spot.segment() + "",
                        "",
                        whole ? fault.code() : X12Codes.ELEMENTS_WRONG));
                last = spot.segment();
            }
            if (!whole) {
                String place = spot.component() == 1
                        ? spot.element() + ""
                        : X12Writer.component(spot.element() + "", spot.component() + "");
                segments.add(List.of(letters + "4", place, "", fault.code(), text(fault.value())));
            }
        }
    }

    private static String text(String value) {
        String clean = X12Text.clean(value);
        return clean.length() <= LONGEST_VALUE ? clean : clean.substring(0, LONGEST_VALUE);
    }
}
