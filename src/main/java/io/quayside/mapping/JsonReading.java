package io.quayside.mapping;

import io.quayside.mapping.format.JsonHandler;
import io.quayside.mapping.format.JsonPivot;
import io.quayside.mapping.format.JsonPlace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The reading of one JSON document by its mapping. One thread, once. */
final class JsonReading implements JsonHandler {
    private static final int ONLY = 1;

    private final JsonMapping mapping;
    private final Lines.Output output;
    private final Lines lines;
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final Optional<Instant> named;
    private final Draft name = new Draft(Optional.empty());
    private Draft head = new Draft(Optional.empty());
    private MessageFacts facts;
    private JsonPlace page;
    private boolean begun;

    JsonReading(JsonMapping mapping, String fileName, PartnerFile partner, Lines.Output output) {
        this.mapping = mapping;
        this.output = output;
        this.named = mapping.message().named(fileName, name);
        this.facts = new MessageFacts(partner.location().map(PartnerFile.Location::code), named, origins);
        this.lines = new Lines(
                mapping.rule(),
                new Template(mapping.rule(), mapping::reference),
                output,
                mapping.about().terms().fate());
        named.ifPresent(moment -> origins.put(Target.AS_OF.word(), "file name"));
    }

    @Override
    public void place(JsonPlace place) {
        begin(place);
        Optional<JsonPivot> pivot = mapping.unpivot().map(JsonMapping.Unpivot::pivot);
        if (pivot.isEmpty()) {
            lines.line(place, head, facts);
            return;
        }
        for (String member : pivot.get().of(place)) {
            pivot.get().read(place, member);
            lines.line(place, head, facts);
        }
    }

    @Override
    public void bad(JsonPlace place, Problem bad) {
        begin(place);
        Optional<String> fate = Optional.of(mapping.about().terms().fate());
        lines.bad(new Problem(bad.code(), bad.at(), bad.value(), bad.field(), fate, bad.write()), place, facts);
    }

    @Override
    public void ends(Optional<Problem> problem, Optional<JsonPlace> top) {
        top.ifPresent(this::begin);
        if (!begun) {
            tell(new Draft(Optional.empty()));
        }
        problem.ifPresent(output.sink()::problem);
        if (problem.isPresent()) {
            output.sink().fallen(ONLY);
        }
        lines.ended(ONLY);
    }

    /** Tells the message before its first record, whose page speaks for the document; each page has a head of its own. */
    private void begin(JsonPlace place) {
        if (!begun) {
            Draft first = new Draft(Optional.empty());
            mapping.message().mode().ifPresent(field -> make(Target.MODE, field, place, first));
            if (named.isEmpty()) {
                mapping.message().asOf().ifPresent(field -> make(Target.AS_OF, field, place, first));
            }
            tell(first);
        }
        JsonPlace top = place.root();
        if (top != page) {
            page = top;
            head = new Draft(Optional.empty());
            mapping.head().forEach((target, field) -> make(target, field, top, head));
            refuseWhereBad(head);
        }
    }

    private void tell(Draft first) {
        begun = true;
        facts = new MessageFacts(facts.location(), first.moment(Target.AS_OF).or(() -> named), origins);
        boolean full = first.text(Target.MODE)
                .map("full"::equals)
                .orElse(mapping.message().full());
        RecordRule rule = mapping.rule();
        output.sink()
                .message(new Message(ONLY, rule.shape().kind(), Optional.empty(), full, facts.asOf(), rule.distinct()));
        refuseWhereBad(name);
        refuseWhereBad(first);
    }

    private void refuseWhereBad(Draft draft) {
        if (!draft.isGood()) {
            draft.problems().forEach(output.sink()::problem);
            lines.onlyCheck(draft.problems());
            output.sink().refused(ONLY);
        }
    }

    private void make(Target target, Field field, JsonPlace place, Draft draft) {
        Value value = new Value(target, field, mapping::reference);
        value.make(place, draft);
        value.origin(place).ifPresent(at -> origins.put(target.word(), at));
    }
}
