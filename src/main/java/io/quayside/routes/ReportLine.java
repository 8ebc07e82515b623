package io.quayside.routes;

import io.quayside.mapping.Problem;
import java.util.Map;
import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** A line of the report that goes to a partner's outbox; this record is its published layout. Written by bindy. */
@CsvRecord(separator = ",", quoting = true, generateHeaderColumns = true, crlf = "UNIX")
public final class ReportLine {
    @DataField(pos = 1, columnName = "problem")
    private String problem;

    @DataField(pos = 2, columnName = "at")
    private String at;

    @DataField(pos = 3, columnName = "value")
    private String value;

    @DataField(pos = 4, columnName = "field")
    private String field;

    @DataField(pos = 5, columnName = "line")
    private String line;

    @DataField(pos = 6, columnName = "write")
    private String write;

    /** From a row of the table of problems. */
    static ReportLine of(Map<?, ?> row) {
        ReportLine line = new ReportLine();
        line.problem = text(row, "code");
        line.at = text(row, "at");
        line.value = text(row, "value");
        line.field = text(row, "field");
        line.line = text(row, "line");
        line.write = text(row, "write");
        return line;
    }

    /** From a problem that was never stored. */
    static ReportLine of(Problem found) {
        ReportLine line = new ReportLine();
        line.problem = found.code().word();
        line.at = oneLine(found.at());
        line.value = oneLine(found.value().orElse(""));
        line.field = found.field().orElse("");
        line.line = found.line().orElse("");
        line.write = oneLine(found.write());
        return line;
    }

    private static String text(Map<?, ?> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : oneLine(value.toString());
    }

    /** One problem, one line, whatever the partner's value was. */
    private static String oneLine(String value) {
        return value.replaceAll("\\R", " ");
    }
}
