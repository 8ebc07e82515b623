package io.quayside.mapping;

import io.quayside.mapping.format.Interchange;
import java.util.List;
import java.util.Optional;

/**
 * Whose interchanges a mapping takes. What is not said is not asked.
 *
 * @param sender qualifier/id: "ZZ/ACMESUPPLY"
 * @param receiver likewise
 * @param versions of the interchange (ISA12) or of its messages (GS08)
 * @param usage P or T
 */
record EnvelopeRule(Optional<String> sender, Optional<String> receiver, List<String> versions, Optional<String> usage) {
    /** Whose interchanges these must be by the partner's file. */
    static EnvelopeRule of(PartnerFile.Envelope envelope) {
        return new EnvelopeRule(
                Optional.of(envelope.sender()), Optional.of(envelope.receiver()), List.of(), Optional.empty());
    }

    /** What is wrong with the envelope. */
    Optional<Problem> refuse(Interchange interchange) {
        return wrong("sender", sender, interchange.sender(), interchange)
                .map(problem -> problem.in(Spot.envelope("ISA", 6)))
                .or(() -> wrong("receiver", receiver, interchange.receiver(), interchange)
                        .map(problem -> problem.in(Spot.envelope("ISA", 8))))
                .or(() -> wrong("usage", usage, interchange.usage(), interchange)
                        .map(problem -> problem.in(Spot.envelope("ISA", 15))));
    }

    private static Optional<Problem> wrong(String what, Optional<String> asked, String found, Interchange interchange) {
        return asked.filter(a -> !a.equals(found))
                .map(a -> new Problem(
                        ProblemCode.WRONG_FORMAT,
                        "ISA " + interchange.control() + " " + what,
                        Optional.of(found),
                        Optional.empty(),
                        Optional.empty(),
                        "an interchange whose " + what + " is " + a));
    }
}
