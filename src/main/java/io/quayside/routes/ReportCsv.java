package io.quayside.routes;

import io.quayside.mapping.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.dataformat.bindy.csv.BindyCsvDataFormat;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** The report that a partner would get, outside a running gateway. */
public final class ReportCsv {
    private ReportCsv() {}

    /** The whole CSV as text; of no problems the header alone. */
    public static String of(List<Problem> problems) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (CamelContext camel = new DefaultCamelContext();
                BindyCsvDataFormat layout = new BindyCsvDataFormat(ReportLine.class)) {
            layout.setCamelContext(camel);
            layout.start();
            layout.marshal(
                    new DefaultExchange(camel),
                    problems.stream().map(ReportLine::of).toList(),
                    csv);
        } catch (Exception e) {
            throw new IllegalStateException("cannot write the report", e);
        }
        return csv.toString(StandardCharsets.UTF_8);
    }
}
