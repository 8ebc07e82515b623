package io.quayside.mapping.format;

import java.util.List;

/** A column of a CSV file, from 0. */
public record Column(int index) implements Reference {
    @Override
    public String first(Node node) {
        return ((CsvRow) node).value(index);
    }

    @Override
    public List<String> all(Node node) {
        String value = first(node);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public String at(Node node) {
        return ((CsvRow) node).at(index);
    }
}
