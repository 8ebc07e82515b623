package io.quayside.mapping;

import io.quayside.mapping.format.EdiLoop;
import io.quayside.mapping.format.Node;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One message of an X12 file while it is read. */
final class X12Message {
    private final int n;
    private final X12Document document;
    private final Lines.Output output;
    private final Lines lines;
    private final String fate;
    private final Draft head = new Draft(Optional.empty());
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final Optional<Source.Bound> sku;
    private MessageFacts facts;

    X12Message(int n, X12Document document, Lines.Output output, String fate) {
        this.n = n;
        this.document = document;
        this.output = output;
        this.fate = fate;
        this.sku = Optional.ofNullable(document.rule().fields().get(Target.SKU))
                .map(field -> field.source().bind(document.binding()));
        this.lines = new Lines(document.rule(), new Template(document.rule(), document.binding()), output, fate);
    }

    int n() {
        return n;
    }

    /** Tells the message. Where its head is wrong its records do not count; its lines are looked at all the same. */
    void begin(Node node, String control, String fileName, Optional<String> location) {
        MessageRule rule = document.message();
        Optional<Instant> asOf = rule.named(fileName, head);
        if (rule.fileName().isEmpty()) {
            rule.asOf().ifPresent(field -> make(Target.AS_OF, field, node));
        }
        rule.mode().ifPresent(field -> make(Target.MODE, field, node));
        document.head().forEach((target, field) -> make(target, field, node));
        asOf.ifPresent(moment -> origins.put(Target.AS_OF.word(), "file name"));
        facts = new MessageFacts(location, asOf.or(() -> head.moment(Target.AS_OF)), origins);
        boolean full = head.text(Target.MODE).map("full"::equals).orElse(rule.full());
        RecordRule records = document.rule();
        output.sink()
                .message(new Message(
                        n, records.shape().kind(), Optional.of(control), full, facts.asOf(), records.distinct()));
        head.problems().forEach(output.sink()::problem);
        if (!head.isGood()) {
            lines.onlyCheck(head.problems());
            output.sink().refused(n);
            return;
        }
        document.whole().ifPresent(field -> whole(node, field));
    }

    /** Answers all lines of a purchase order; a code that the mapping's table does not hold answers none. */
    private void whole(Node node, Field field) {
        Draft draft = new Draft(Optional.empty());
        new Value(Target.WHOLE, field, document.binding()).make(node, draft);
        draft.text(Target.WHOLE).ifPresent(word -> head.text(Target.PO).ifPresent(po -> {
            output.trace().origins(origins);
            output.sink()
                    .record(Canonical.OrderAck.whole(po, word.equals("accept_all") ? "accept" : "reject", node.at()));
        }));
    }

    void line(EdiLoop node) {
        if (node.orphan().isEmpty()) {
            sku.flatMap(place -> Optional.ofNullable(place.place(node)))
                    .flatMap(place -> place.spot(node))
                    .or(node::spot)
                    .ifPresent(output.sink()::place);
            lines.line(node, head, facts);
            return;
        }
        lines.bad(
                new Problem(
                        ProblemCode.ORPHAN_LINE,
                        node.at(),
                        node.orphan(),
                        Optional.empty(),
                        Optional.of(fate),
                        "the number of a parent that stands before it in this message",
                        node.spot()),
                node,
                facts);
    }

    /** The message says of itself what cannot be: its records do not count. */
    void refuse() {
        output.sink().refused(n);
    }

    /** The message has ended; {@code falls} where that is only known now. */
    void end(boolean falls) {
        if (falls) {
            output.sink().fallen(n);
        }
        lines.ended(n);
    }

    private void make(Target target, Field field, Node node) {
        Value value = new Value(target, field, document.binding());
        value.make(node, head);
        value.origin(node).ifPresent(at -> origins.put(target.word(), at));
    }
}
