package io.quayside.mapping;

import io.quayside.mapping.format.AnswerReader;
import io.quayside.mapping.format.EdiEach;
import io.quayside.mapping.format.EdiHandler;
import io.quayside.mapping.format.EdiLoop;
import io.quayside.mapping.format.EdiMessage;
import io.quayside.mapping.format.FunctionalGroup;
import io.quayside.mapping.format.Interchange;
import io.quayside.mapping.format.Node;
import io.quayside.mapping.format.Ta1;
import io.quayside.mapping.format.Unpacked;
import io.quayside.mapping.format.Unreadable;
import io.quayside.mapping.format.X12Codes;
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

    private final List<Answered> answers = new ArrayList<>();

    private Optional<Interchange> interchange = Optional.empty();
    private Receiving receiving;
    private Optional<X12Message> message = Optional.empty();
    private Optional<EdiMessage> open = Optional.empty();
    private List<Answered> answering = List.of();
    private List<String> errors = List.of();
    private Optional<Problem> refusal = Optional.empty();
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
        refusal = envelope().flatMap(rule -> rule.refuse(begun));
        refusal.ifPresent(output.sink()::problem);
        interchange = Optional.of(begun);
        receiving = new Receiving(begun);
        return refusal.isEmpty();
    }

    @Override
    public void group(FunctionalGroup begun) {
        receiving.group(begun);
    }

    @Override
    public void groupEnds(String counted) {
        receiving.groupEnds(counted);
    }

    @Override
    public void answered(Ta1 answer) {
        receiving.answers();
        answers.add(AnswerReader.read(answer));
    }

    @Override
    public Optional<EdiEach> each(String type) {
        return Optional.ofNullable(mapping.documents().get(type)).map(X12Document::each);
    }

    @Override
    public void message(EdiMessage begun, Node head) {
        X12Document document = mapping.documents().get(begun.type());
        open = Optional.of(begun);
        if (document == null && AnswerReader.reads(begun.type())) {
            answering((EdiLoop) head);
            return;
        }
        Optional<Problem> wrong = refusal(document, begun, head);
        if (wrong.isPresent()) {
            output.sink().problem(wrong.get());
            errors = List.of(X12Codes.NOT_SUPPORTED);
            return;
        }
        X12Message next = new X12Message(
                ++messages, document, output, mapping.about().terms().fate());
        message = Optional.of(next);
        next.begin(head, interchange.orElseThrow().control(), fileName, location());
        standing.add(messages);
    }

    private void answering(EdiLoop answer) {
        Optional<List<Answered>> read = AnswerReader.read(answer);
        answering = read.orElse(List.of());
        if (answering.isEmpty()) {
            output.sink()
                    .problem(new Problem(
                            read.isEmpty() ? ProblemCode.TOO_LONG : ProblemCode.INCOMPLETE,
                            answer.at(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "AK1 with the group that it answers, and AK9, in less than 2 MB"));
        }
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
        if (problem.isEmpty()) {
            answers.addAll(answering);
        }
        received(problem.map(X12Codes::set));
        message = Optional.empty();
    }

    /** The message that was open is over, well but for these errors. */
    private void received(Optional<String> error) {
        int n = message.map(X12Message::n).orElse(0);
        open.ifPresent(ended -> receiving.message(n, ended, error.map(List::of).orElse(errors)));
        open = Optional.empty();
        errors = List.of();
        answering = List.of();
    }

    @Override
    public void interchangeEnds(Optional<Problem> problem) {
        if (refusal.isEmpty()) {
            problem.ifPresent(output.sink()::problem);
        }
        message.ifPresent(m -> m.end(false));
        received(Optional.of(X12Codes.TRAILER_MISSING));
        if (problem.isPresent()) {
            standing.forEach(output.sink()::fallen);
        } else {
            answers.forEach(output.sink()::answered);
        }
        output.sink().received(receiving.end(refusal.or(() -> problem)));
        answers.clear();
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
