package io.quayside.mapping;

import io.quayside.mapping.format.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of one message on their way to the sink: good ones as records, others as problems, all of them counted. */
final class Lines {
    private final Shape shape;
    private final Template template;
    private final Optional<Repeats> repeats;
    private final Output output;
    private final Draft draft;
    private int lines;
    private int bad;
    private boolean isBad;
    private List<Problem> known = List.of();

    /** {@code fate} is what becomes of a line with a problem: held or rejected. */
    Lines(RecordRule rule, Template template, Output output, String fate) {
        this.shape = rule.shape();
        this.template = template;
        this.repeats = rule.unique().map(Repeats::new);
        this.output = output;
        this.draft = new Draft(Optional.of(fate));
    }

    /** From here on nothing counts but what is wrong; of {@code problems} each line would tell the same again. */
    void onlyCheck(List<Problem> problems) {
        known = List.copyOf(problems);
    }

    /** Where records go, and where the traces of their values go. */
    record Output(Sink sink, Trace trace) {}

    /** One place of the document; {@code head} is what holds for the whole message. */
    void line(Node node, Draft head, MessageFacts facts) {
        isBad = false;
        draft.begin(head);
        template.make(node, draft, (made, fields) -> take(node, made, fields, facts));
        lines++;
        bad += isBad ? 1 : 0;
    }

    /** A place that is wrong as a whole: gives no record, though it may name a SKU. */
    void bad(Problem problem, Node node, MessageFacts facts) {
        lines++;
        bad++;
        output.sink().problem(problem);
        draft.clear();
        template.make(node, draft, (made, fields) -> named(made, facts));
    }

    /** The message has ended, standing or fallen. */
    void ended(int message) {
        output.sink().ended(message, lines, bad);
    }

    private void take(Node node, Draft made, List<Value> fields, MessageFacts facts) {
        List<Problem> problems = made.problems();
        if (problems.isEmpty() && repeats.isPresent()) {
            problems = repeats.get().check(made, node, facts).map(List::of).orElse(List.of());
        }
        if (!problems.isEmpty()) {
            problems.stream().filter(this::isNews).forEach(output.sink()::problem);
            isBad = true;
            named(made, facts);
            return;
        }
        if (!known.isEmpty()) {
            return;
        }
        if (output.trace() != Trace.NONE) {
            output.trace().origins(origins(node, fields, facts));
        }
        output.sink().record(shape.record(made, facts, node.at()));
    }

    private boolean isNews(Problem problem) {
        return known.stream().noneMatch(k -> k.field().equals(problem.field()));
    }

    private void named(Draft made, MessageFacts facts) {
        if (!known.isEmpty()) {
            return;
        }
        made.text(Target.SKU).ifPresent(sku -> output.sink()
                .named(sku, made.text(Target.LOCATION).or(facts::location)));
    }

    private Map<String, String> origins(Node node, List<Value> fields, MessageFacts facts) {
        Map<String, String> origins = new LinkedHashMap<>(facts.origins());
        fields.forEach(
                f -> f.origin(node).ifPresent(at -> origins.put(f.target().word(), at)));
        template.incomingOrigin(node).ifPresent(at -> origins.put(Target.INCOMING.word(), at));
        return origins;
    }
}
