package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.format.X12Text;
import io.quayside.mapping.format.X12Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a purchase order as an X12 850: one interchange, one message. */
final class X12OrderMapping extends WriteMapping {
    private static final String LETTERS = "printable ASCII without * > ~";

    private final Optional<EnvelopeRule> envelope;
    private final WriteRule<SegmentRule> rule;

    X12OrderMapping(About about, Optional<EnvelopeRule> envelope, WriteRule<SegmentRule> rule) {
        super(about);
        this.envelope = envelope;
        this.rule = rule;
    }

    @Override
    public String ending() {
        return "edi";
    }

    @Override
    public Written write(JsonNode order, PartnerFile partner, Stamp stamp) {
        EnvelopeRule who = envelope(partner);
        long control = stamp.control().getAsLong();
        OrderValues values = rule.values(order, stamp.at(), control);
        Pen pen = new Pen(X12Text::clean, LETTERS);
        X12Writer.Message message = new X12Writer.Message("850", segments(values, pen));
        // What is sender and receiver in the file is so for what the partner sends.
        X12Writer.Envelope stamped = new X12Writer.Envelope(
                who.receiver().orElseThrow(),
                who.sender().orElseThrow(),
                control,
                stamp.at(),
                who.usage().equals(Optional.of("T")));
        try {
            byte[] bytes = X12Writer.interchange(stamped, "PO", version(who), List.of(message));
            return new Written(bytes, List.of("%09d".formatted(control)), List.copyOf(pen.problems()));
        } catch (IllegalArgumentException e) {
            throw new Unwritable(values.place() + ": " + e.getMessage());
        }
    }

    private List<List<String>> segments(OrderValues values, Pen pen) {
        List<List<String>> segments = new ArrayList<>();
        rule.each(values, (segment, said) -> segment.write(said, pen).ifPresent(segments::add));
        return segments;
    }

    private static String version(EnvelopeRule who) {
        return who.versions().stream().findFirst().orElse("004010");
    }

    private EnvelopeRule envelope(PartnerFile partner) {
        return envelope.filter(e -> e.sender().isPresent() && e.receiver().isPresent())
                .or(() -> partner.envelope().map(this::merged))
                .orElseThrow(() -> new Unwritable("there is no envelope for " + name()
                        + "; write `envelope: {sender: \"ZZ/THEM\", receiver: \"ZZ/US\"}` in partner.yaml"));
    }

    /** What the mapping does not say is as the partner's file says. */
    private EnvelopeRule merged(PartnerFile.Envelope usual) {
        return new EnvelopeRule(
                envelope.flatMap(EnvelopeRule::sender).or(() -> Optional.of(usual.sender())),
                envelope.flatMap(EnvelopeRule::receiver).or(() -> Optional.of(usual.receiver())),
                envelope.map(EnvelopeRule::versions).orElse(List.of()),
                envelope.flatMap(EnvelopeRule::usage));
    }
}
