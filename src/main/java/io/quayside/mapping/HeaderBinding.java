package io.quayside.mapping;

import io.quayside.mapping.format.Column;
import io.quayside.mapping.format.PivotName;
import io.quayside.mapping.format.PivotValue;
import io.quayside.mapping.format.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Finds a mapping's columns in one file's header: the header as written first, then loosely, alias after alias. */
final class HeaderBinding implements Binding {
    private static final int LONGEST = 300;

    private final CsvColumns columns;
    private final List<String> header;
    private final Map<String, Integer> found = new HashMap<>();

    HeaderBinding(CsvColumns columns, List<String> header) {
        this.columns = columns;
        this.header = header;
    }

    @Override
    public Optional<Reference> reference(String path) {
        Optional<CsvColumns.Unpivot> unpivot = columns.unpivot();
        if (unpivot.isPresent() && path.equals(unpivot.get().as())) {
            return Optional.of(PivotName.CURRENT);
        }
        if (unpivot.isPresent() && path.equals(unpivot.get().value())) {
            return Optional.of(PivotValue.CURRENT);
        }
        int index = found.computeIfAbsent(path, this::find);
        return index < 0 ? Optional.empty() : Optional.of(new Column(index));
    }

    boolean has(String path) {
        return reference(path).isPresent();
    }

    /** The columns that were asked for so far, and those to be unpivoted. */
    int[] wanted() {
        TreeSet<Integer> wanted = new TreeSet<>(pivots());
        found.values().stream().filter(i -> i >= 0).forEach(wanted::add);
        return wanted.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The columns that are to be unpivoted. */
    List<Integer> pivots() {
        return columns.unpivot()
                .map(u -> IntStream.range(0, header.size())
                        .filter(i -> u.isOne(header.get(i)))
                        .boxed()
                        .toList())
                .orElse(List.of());
    }

    /** What to tell of columns that are not there: all of them, each with what the header has that is near. */
    String wish(List<String> missing) {
        List<String> wishes = new ArrayList<>();
        for (String path : missing) {
            String names = String.join("' or '", columns.headers(path));
            String doubled = columns.headers(path).stream().anyMatch(h -> hits(h).size() > 1) ? " once" : "";
            wishes.add("a column '" + names + "'" + doubled + near(path) + instead(path));
        }
        String there = String.join(", ", header);
        return String.join(", and ", wishes) + "; this header has "
                + (there.length() <= LONGEST ? there : there.substring(0, LONGEST) + "…");
    }

    /** The reference of an inbound may be made of two other columns. */
    private String instead(String path) {
        boolean both = columns.names().keySet().containsAll(List.of(Target.PO.word(), Target.LINE.word()));
        return both && path.equals(Target.REF.word()) ? " (or columns for po and line)" : "";
    }

    private String near(String path) {
        return columns.headers(path).stream()
                .flatMap(h -> Nearest.to(h, header).stream())
                .findFirst()
                .map(n -> " (nearest here: '" + n + "')")
                .orElse("");
    }

    private int find(String path) {
        for (String name : columns.headers(path)) {
            List<Integer> hits = hits(name);
            if (hits.size() == 1) {
                return hits.get(0);
            }
        }
        return -1;
    }

    /** Where the header stands; more than one is as bad as none, because nobody knows which is meant. */
    private List<Integer> hits(String name) {
        List<Integer> exact = indices(h -> h.equals(name));
        String form = columns.form(name);
        return exact.isEmpty() && !form.isEmpty() ? indices(h -> columns.form(h).equals(form)) : exact;
    }

    private List<Integer> indices(java.util.function.Predicate<String> test) {
        return IntStream.range(0, header.size())
                .filter(i -> test.test(header.get(i)))
                .boxed()
                .toList();
    }
}
