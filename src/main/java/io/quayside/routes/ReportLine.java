package io.quayside.routes;

import io.quayside.inbox.DocumentView;
import java.util.Optional;
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

    /** How the document has ended, and why. */
    static ReportLine outcome(String status, String reason) {
        return of(new DocumentView.Problem(
                "outcome", "document", Optional.of(status), Optional.of("status"), Optional.empty(), reason));
    }

    static ReportLine of(DocumentView.Problem found) {
        ReportLine line = new ReportLine();
        line.problem = found.problem();
        line.at = oneLine(found.at());
        line.value = oneLine(found.value().orElse(""));
        line.field = found.field().orElse("");
        line.line = found.line().orElse("");
        line.write = oneLine(found.write());
        return line;
    }

    /** One problem, one line, whatever the partner's value was. */
    private static String oneLine(String value) {
        return value.replaceAll("\\R", " ");
    }
}
