package io.quayside.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dataformat.bindy.csv.BindyCsvDataFormat;

/**
 * Brings what was wrong in a document back to its partner: one CSV file a document, in the outbox. The claim is a lease,
 * so no connection is held while a file is written, and a crash in between only means that it is written again.
 */
final class ReportRoutes extends RouteBuilder {
    private final PartnerFolders partners;

    ReportRoutes(PartnerFolders partners) {
        this.partners = partners;
    }

    @Override
    public void configure() {
        from("scheduler:reports?initialDelay=1000&delay=1000&exceptionHandler=#bean:oneLine")
                .routeId("core-reports")
                .to("sql:classpath:sql/routes/claim_reports.sql?dataSource=#bean:database")
                .split(body())
                .to("direct:report");

        from("direct:report")
                .routeId("core-report")
                .setProperty("document", simple("${body[id]}"))
                .setProperty("lease", simple("${body[lease]}"))
                .setProperty("partner", simple("${body[partner]}"))
                .setProperty("name", simple("${body[name]}"))
                .to("sql:classpath:sql/routes/report_lines.sql?dataSource=#bean:database")
                .process(ReportRoutes::lines)
                .marshal(new BindyCsvDataFormat(ReportLine.class))
                .process(this::toOutbox)
                .to("sql:classpath:sql/routes/finish_report.sql?dataSource=#bean:database");
    }

    /** Not camel-file: an operator's data folder may have a name that is no part of a URI. */
    private void toOutbox(Exchange report) throws IOException {
        Path outbox = partners.of(report.getProperty("partner", String.class)).resolve(PartnerFolders.OUTBOX);
        // Partners choose their files' names: in ours only plain characters of them.
        String plain = report.getProperty("name", String.class).replaceAll("[^A-Za-z0-9._-]", "_");
        String name = "report-" + report.getProperty("document") + "-" + plain + (plain.endsWith(".csv") ? "" : ".csv");
        Path unfinished = outbox.resolve("." + name + ".part");
        Files.write(unfinished, report.getMessage().getBody(byte[].class));
        Files.move(unfinished, outbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void lines(Exchange exchange) {
        List<?> problems = exchange.getMessage().getBody(List.class);
        exchange.getMessage()
                .setBody(problems.stream()
                        .map(problem -> ReportLine.of((Map<?, ?>) problem))
                        .toList());
    }
}
