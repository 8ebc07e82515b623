package io.quayside.routes;

import io.quayside.inbox.Acknowledgements;
import io.quayside.inbox.DocumentView;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.dataformat.bindy.csv.BindyCsvDataFormat;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** Writes the report that a partner gets of its document, in its published layout. Any thread may call it. */
public final class ReportCsv implements Acknowledgements.Report {
    private final CamelContext camel = new DefaultCamelContext();
    private final BindyCsvDataFormat layout = new BindyCsvDataFormat(ReportLine.class);

    public ReportCsv() {
        layout.setCamelContext(camel);
        layout.start();
    }

    /** How the document has ended, then a line a problem. */
    @Override
    public byte[] csv(String status, String reason, List<DocumentView.Problem> problems) {
        List<ReportLine> lines = new ArrayList<>();
        lines.add(ReportLine.outcome(status, reason));
        problems.forEach(problem -> lines.add(ReportLine.of(problem)));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try {
            layout.marshal(new DefaultExchange(camel), lines, csv);
        } catch (Exception e) {
            throw new IllegalStateException("cannot write the report", e);
        }
        return csv.toByteArray();
    }
}
