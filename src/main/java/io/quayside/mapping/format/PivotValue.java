package io.quayside.mapping.format;

import java.util.List;

/** The value in the column that a line is being read by, where columns are values of one field. */
public enum PivotValue implements Reference {
    CURRENT;

    @Override
    public String first(Node node) {
        CsvRow row = (CsvRow) node;
        return row.value(row.pivot());
    }

    @Override
    public List<String> all(Node node) {
        String value = first(node);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public String at(Node node) {
        return node.at();
    }
}
