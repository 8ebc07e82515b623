package io.quayside.mapping;

import io.quayside.mapping.format.Node;
import io.quayside.mapping.format.Reference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A field bound to the places of one document: makes the values of that field, line by line. One thread. */
final class Value {
    private static final int REMEMBERED = 1_000;
    private static final int LONGEST = 255;
    private static final String SINGLE = "one value, not an object or a list";
    private static final String DEEPER =
            "what the path goes into: an object or a list, as it was when the mapping was written";
    private static final Pattern ROUNDED = Pattern.compile("[0-9]([.,][0-9]+)?E\\+[0-9]{2,3}");

    private final Target target;
    private final Field field;
    private final Source.Bound source;
    private final List<When.Bound> when;
    private final Packing packing;
    private final Object constant;
    /** Days and moments repeat from line to line; reading them is slow. */
    private final Map<String, Object> remembered = new HashMap<>();

    Value(Target target, Field field, Binding binding) {
        this.target = target;
        this.field = field;
        this.source = field.source().bind(binding);
        this.when = field.when().stream().map(w -> w.bind(binding)).toList();
        this.packing = new Packing(field.amount().units(), binding);
        this.constant = field.source()
                .constant()
                .flatMap(text -> Constant.of(target, text))
                .orElse(null);
    }

    Target target() {
        return target;
    }

    /** Whether this document can have a value for it at all. */
    boolean isBound() {
        return source.references().length > 0 || constant != null;
    }

    /** Puts the value into the draft, or tells the draft what is wrong with it; where there is none, what is there stays. */
    void make(Node node, Draft draft) {
        if (!when.isEmpty() && !When.all(when, node, draft)) {
            return;
        }
        Object value = target.type() == Target.Type.TEXTS ? texts(node, draft) : one(node, draft);
        if (value != null) {
            draft.put(target, value);
        }
    }

    /** The place that the value came from, for traces. */
    Optional<String> origin(Node node) {
        Reference place = source.place(node);
        if (place != null) {
            return Optional.of(place.at(node));
        }
        return constant == null ? Optional.empty() : Optional.of("default");
    }

    /** Where the value stands, or would stand; null where no place is named. */
    Reference first() {
        return source.references().length == 0 ? null : source.references()[0];
    }

    /** The segment that might be meant where the one that holds it is not there. */
    Optional<Reference.Other> other(Node node) {
        return Arrays.stream(source.references())
                .flatMap(reference -> reference.other(node).stream())
                .findFirst();
    }

    /** Whether it is made from such a segment: "QTY[29]". */
    boolean isFrom(String segment) {
        return field.source().paths().stream().anyMatch(path -> path.contains(segment));
    }

    /** All values of a place that repeats, each converted; null where one has none. */
    List<Object> all(Node node, Draft draft) {
        List<Object> values = new ArrayList<>();
        for (Reference reference : source.references()) {
            draft.reading(target, reference, node);
            List<String> texts =
                    reference.all(node).stream().map(Source.Bound::clean).toList();
            if (texts.stream().anyMatch(Objects::nonNull)) {
                texts.forEach(text -> values.add(text == null ? null : converted(text, node, draft)));
                return values;
            }
        }
        return constant == null ? values : List.of(constant);
    }

    /** A text where an object or a list should be does not say that there is nothing: says so to the draft. */
    boolean breaksOff(Node node, Draft draft) {
        for (Reference reference : source.references()) {
            if (reference.breaksOff(node)) {
                draft.reading(target, reference, node);
                draft.problem(ProblemCode.WRONG_FORMAT, null, DEEPER);
                return true;
            }
        }
        return false;
    }

    private List<String> texts(Node node, Draft draft) {
        for (Reference reference : source.references()) {
            draft.reading(target, reference, node);
            if (reference.holdsNested(node)) {
                draft.problem(ProblemCode.WRONG_FORMAT, null, SINGLE);
                return List.of();
            }
        }
        draft.reading(target, null, node);
        List<String> texts =
                source.texts(node).stream().filter(text -> isPlain(text, draft)).toList();
        return texts.isEmpty() && constant != null ? List.of((String) constant) : texts;
    }

    private Object one(Node node, Draft draft) {
        Reference place = source.place(node);
        draft.reading(target, place, node);
        if (place != null && isText() && place.isNested(node)) {
            draft.problem(ProblemCode.WRONG_FORMAT, place.first(node), SINGLE);
            return null;
        }
        return place == null ? constant : converted(source.text(node, place), node, draft);
    }

    /** Of other types a text that is no single value is no number, and no date. */
    private boolean isText() {
        return target.type() == Target.Type.TEXT || target.type() == Target.Type.TRUTH;
    }

    private Object converted(String text, Node node, Draft draft) {
        String changed = text;
        for (Step step : field.steps()) {
            changed = step.change().apply(changed);
            if (changed == null) {
                draft.problem(target.stranger(), text, step.write());
                return null;
            }
        }
        return changed.isEmpty() ? null : typed(changed, node, draft);
    }

    private Object typed(String text, Node node, Draft draft) {
        return switch (target.type()) {
            case QUANTITY -> {
                BigDecimal factor = packing.factor(node, draft);
                yield factor == null ? null : field.amount().count(text, factor, draft);
            }
            case DATE -> remembered(text, field.dates()::date, draft);
            case MOMENT -> remembered(text, field.dates()::moment, draft);
            default -> code(text, draft);
        };
    }

    /** Codes and names go into keys and into files of others: short, and nothing in them that cannot be seen. */
    private static boolean isPlain(String text, Draft draft) {
        if (text.length() > LONGEST) {
            draft.problem(ProblemCode.TOO_LONG, text, "at most " + LONGEST + " characters");
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                draft.problem(ProblemCode.WRONG_FORMAT, text, "text without control characters");
                return false;
            }
        }
        return true;
    }

    private Object code(String text, Draft draft) {
        if (!isPlain(text, draft)) {
            return null;
        }
        if ((target == Target.SKU || target == Target.SUBSTITUTE_SKU) && isRounded(text)) {
            draft.problem(ProblemCode.NOT_EXACT, text, "all of its digits, as text: a spreadsheet has rounded it");
            return null;
        }
        Optional<?> value = Constant.of(target, text);
        if (value.isEmpty()) {
            draft.problem(ProblemCode.UNKNOWN_CODE, text, Constant.write(target));
        }
        return value.orElse(null);
    }

    /** {@code 1.23457E+11}: the digits of a gtin that a spreadsheet took for a number are lost. */
    private static boolean isRounded(String text) {
        int e = text.indexOf("E+");
        return e > 0 && ROUNDED.matcher(text).matches();
    }

    private Object remembered(String text, Function<String, Optional<?>> read, Draft draft) {
        Object known = remembered.get(text);
        if (known != null) {
            return known;
        }
        Optional<?> value = read.apply(text);
        if (value.isEmpty()) {
            draft.problem(ProblemCode.BAD_DATE, text, field.dates().write());
        } else if (remembered.size() < REMEMBERED) {
            remembered.put(text, value.get());
        }
        return value.orElse(null);
    }
}
