package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.inbox.DocumentView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportCsvTest {
    @Test
    void aProblemIsALineWithItsPlaceAndWhatToWriteBehindTheOutcome() {
        DocumentView.Problem problem = new DocumentView.Problem(
                "bad_number",
                "line 15 column Qty",
                Optional.of("1\"O\"\n2"),
                Optional.of("quantity"),
                Optional.of("held"),
                "a whole number, for example 102");

        byte[] csv = new ReportCsv().csv("rejected", "errors.max_bad_pct: 1 of 1 lines are bad", List.of(problem));

        assertThat(new String(csv, StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        "problem","at","value","field","line","write"
                        "outcome","document","rejected","status","","errors.max_bad_pct: 1 of 1 lines are bad"
                        "bad_number","line 15 column Qty","1""O"" 2","quantity","held","a whole number, for example 102"
                        """);
    }
}
