package io.quayside.web.pages;

import io.quayside.mapping.Canonical;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A record that a mapping made, as names and values for people. */
record Made(String kind, List<Value> values) {
    record Value(String name, String text) {}

    static Made of(Canonical record) {
        List<Value> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!List.of("at", "asOf").contains(component.getName())) {
                shown(get(record, component)).ifPresent(text -> values.add(new Value(name(component), text)));
            }
        }
        return new Made(record.kind().word(), values);
    }

    private static Optional<String> shown(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(Made::shown);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? Optional.of("none")
                    : Optional.of(
                            list.stream().flatMap(one -> shown(one).stream()).collect(Collectors.joining(", ")));
        }
        if (value instanceof Canonical.Incoming incoming) {
            return Optional.of(incoming.quantity()
                    + incoming.eta().map(day -> " on " + day).orElse(""));
        }
        return Optional.of(value.toString());
    }

    private static Object get(Canonical record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(RecordComponent component) {
        return component.getName().equals("fin")
                ? "final"
                : component.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
