package io.quayside.mapping.format;

import java.util.List;

/** The header of the column that a line is being read by, where columns are values of one field. */
public enum PivotName implements Reference {
    CURRENT;

    @Override
    public String first(Node node) {
        CsvRow row = (CsvRow) node;
        return row.name(row.pivot());
    }

    @Override
    public List<String> all(Node node) {
        return List.of(first(node));
    }

    @Override
    public String at(Node node) {
        return PivotValue.CURRENT.at(node);
    }
}
