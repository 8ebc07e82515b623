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

    private static final String VERSION_999 = "005010X231A1";
    private static final int LONGEST_VALUE = 99;
    private static final int MOST_CODES = 5;

    /** What there is to say; empty where nobody is to hear anything, as of what itself only answers. */
    public static Optional<X12Acknowledgement> of(List<Received> received, Fate fate, Acknowledge terms) {
        boolean repeated = fate == Fate.REPEATED && terms.ta1() != Acknowledge.Ta1.OFF;
        List<Received> asked = received.stream()
                .filter(r -> !r.answer())
                .map(r -> repeated ? r.repeated() : r)
                .toList();
        List<List<String>> ta1 = asked.stream()
                .filter(r -> isAnsweredAsAWhole(r, terms.ta1()))
                .map(X12Acknowledgement::ta1)
                .toList();
        boolean x999 = terms.send() == Acknowledge.Send.X999;
        List<X12Writer.Message> messages = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        for (Received interchange : asked) {
            if (interchange.isWell() || terms.ta1() == Acknowledge.Ta1.OFF) {
                boolean falls = fate == Fate.REJECTED || !interchange.isWell();
                interchange.groups().stream().filter(group -> !group.isAnswer()).forEach(group -> {
                    messages.add(message(group, falls, x999));
                    versions.add(x999 ? VERSION_999 : group.version());
                });
            }
        }
        if (ta1.isEmpty() && messages.isEmpty()) {
            return Optional.empty();
        }
        String type = messages.isEmpty() ? "TA1" : messages.get(0).type();
        String version = versions.isEmpty() ? "" : versions.get(0);
        return Optional.of(new X12Acknowledgement(type, asked.get(0), ta1, version, messages));
    }

    private static boolean isAnsweredAsAWhole(Received interchange, Acknowledge.Ta1 when) {
        return when == Acknowledge.Ta1.ALWAYS || when == Acknowledge.Ta1.ON_ERROR && !interchange.isWell();
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
        List<String> verdicts = new ArrayList<>();
        for (Received.Transaction set : group.sets()) {
            String verdict = falls || set.refused() ? "R" : set.faults().isEmpty() ? "A" : "E";
            segments.add(List.of("AK2", text(set.type()), text(set.control())));
            faults(segments, set.faults(), letters);
            segments.add(end(letters, verdict, set.errors()));
            verdicts.add(verdict);
        }
        segments.add(end(group, verdicts, falls));
        return x999 ? new X12Writer.Message("999", VERSION_999, segments) : new X12Writer.Message("997", segments);
    }

    /** AK5 or IK5. */
    private static List<String> end(String letters, String verdict, List<String> errors) {
        List<String> end = new ArrayList<>(List.of(letters + "5", verdict));
        errors.stream().limit(MOST_CODES).forEach(end::add);
        if (errors.isEmpty() && !verdict.equals("A")) {
            end.add(X12Codes.SEGMENTS_WRONG);
        }
        return end;
    }

    /** AK9: what becomes of the group as a whole, by the verdicts of its messages. */
    private static List<String> end(Received.Group group, List<String> verdicts, boolean falls) {
        int there = verdicts.size();
        long accepted = verdicts.stream().filter(v -> !v.equals("R")).count();
        String verdict;
        if (accepted < there || falls) {
            verdict = accepted == 0 ? "R" : "P";
        } else {
            verdict = verdicts.contains("E") || !group.errors().isEmpty() ? "E" : "A";
        }
        String counted = group.counted().matches("\\d{1,6}") ? group.counted() : there + "";
        List<String> end = new ArrayList<>(List.of("AK9", verdict, counted, there + "", accepted + ""));
        group.errors().stream().limit(MOST_CODES).forEach(end::add);
        return end;
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
