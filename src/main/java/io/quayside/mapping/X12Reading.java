package io.quayside.mapping;

import io.quayside.mapping.format.EdiEach;
import io.quayside.mapping.format.EdiHandler;
import io.quayside.mapping.format.EdiLoop;
import io.quayside.mapping.format.EdiMessage;
import io.quayside.mapping.format.Interchange;
import io.quayside.mapping.format.Node;
import io.quayside.mapping.format.Unpacked;
import io.quayside.mapping.format.Unreadable;
import io.quayside.mapping.format.X12Reader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reading of one X12 file by its mapping. One thread, once. */
final class X12Reading implements EdiHandler {
    private final X12Mapping mapping;
    private final String fileName;
    private final PartnerFile partner;
    private final Lines.Output output;
    /** Messages of the interchange under way that stand so far. */
    private final List<Integer> standing = new ArrayList<>();

    private Optional<Interchange> interchange = Optional.empty();
    private Optional<X12Message> message = Optional.empty();
    private boolean refused;
    private int messages;

    X12Reading(X12Mapping mapping, String fileName, PartnerFile partner, Lines.Output output) {
        this.mapping = mapping;
        this.fileName = fileName;
        this.partner = partner;
        this.output = output;
    }

    void read(X12Reader reader, InputStream bytes) throws IOException {
        try {
            reader.read(Unpacked.of(bytes), this);
        } catch (Unreadable e) {
            if (interchange.isPresent()) {
                interchangeEnds(Optional.of(e.problem()));
            } else {
                unreadable(e.problem());
            }
        }
        bytes.transferTo(java.io.OutputStream.nullOutputStream());
    }

    @Override
    public boolean interchange(Interchange begun) {
        Optional<Problem> refusal = envelope().flatMap(rule -> rule.refuse(begun));
        refusal.ifPresent(output.sink()::problem);
        interchange = Optional.of(begun);
        refused = refusal.isPresent();
        return !refused;
    }

    @Override
    public Optional<EdiEach> each(String type) {
        return Optional.ofNullable(mapping.documents().get(type)).map(X12Document::each);
    }

    @Override
    public void message(EdiMessage begun, Node head) {
        X12Document document = mapping.documents().get(begun.type());
        Optional<Problem> refusal = refusal(document, begun, head);
        if (refusal.isPresent()) {
            output.sink().problem(refusal.get());
            return;
        }
        X12Message next = new X12Message(
                ++messages, document, output, mapping.about().terms().fate());
        message = Optional.of(next);
        next.begin(head, interchange.orElseThrow().control(), fileName, location());
        standing.add(messages);
    }

    @Override
    public void node(EdiLoop node) {
        message.ifPresent(m -> m.line(node));
    }

    @Override
    public void linesMiscounted(Problem problem, boolean lacking) {
        message.ifPresent(m -> {
            output.sink().problem(problem);
            if (lacking) {
                m.refuse();
            }
        });
    }

    @Override
    public void groupMiscounted(Problem problem) {
        output.sink().problem(problem);
    }

    @Override
    public void messageEnds(Optional<Problem> problem) {
        problem.ifPresent(output.sink()::problem);
        message.ifPresent(m -> m.end(problem.isPresent() && standing.remove((Integer) m.n())));
        message = Optional.empty();
    }

    @Override
    public void interchangeEnds(Optional<Problem> problem) {
        if (!refused) {
            problem.ifPresent(output.sink()::problem);
        }
        message.ifPresent(m -> m.end(false));
        if (problem.isPresent()) {
            standing.forEach(output.sink()::fallen);
        }
        message = Optional.empty();
        interchange = Optional.empty();
        standing.clear();
    }

    @Override
    public void repaired(String repair, String at) {
        output.sink().repaired(repair, at);
    }

    @Override
    public void unreadable(Problem problem) {
        output.sink().problem(problem);
    }

    private Optional<EnvelopeRule> envelope() {
        return mapping.envelope().or(() -> partner.envelope().map(EnvelopeRule::of));
    }

    private Optional<String> location() {
        return partner.location().map(PartnerFile.Location::code);
    }

    private Optional<Problem> refusal(X12Document document, EdiMessage begun, Node head) {
        if (document == null) {
            String known = String.join(" or ", mapping.documents().keySet());
            return refusal(
                    ProblemCode.UNKNOWN_CODE,
                    head,
                    begun.type(),
                    "a message " + known + ", or name this one under `documents`");
        }
        List<String> versions = envelope().map(EnvelopeRule::versions).orElse(List.of());
        return versions.isEmpty()
                        || versions.contains(begun.version())
                        || versions.contains(interchange.orElseThrow().version())
                ? Optional.empty()
                : refusal(ProblemCode.WRONG_FORMAT, head, begun.version(), "version " + String.join(" or ", versions));
    }

    private static Optional<Problem> refusal(ProblemCode code, Node head, String value, String write) {
        return Optional.of(new Problem(code, head.at(), Optional.of(value), Optional.empty(), Optional.empty(), write));
    }
}
