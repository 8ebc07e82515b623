package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportCsvTest {
    @Test
    void aProblemIsALineWithItsPlaceAndWhatToWrite() {
        Problem problem = new Problem(
                ProblemCode.BAD_NUMBER,
                "line 15 column Qty",
                Optional.of("1\"O\"2"),
                Optional.of("quantity"),
                Optional.of("held"),
                "a whole number, for example 102");

        assertThat(ReportCsv.of(List.of(problem)))
                .isEqualTo(
                        """
                        "problem","at","value","field","line","write"
                        "bad_number","line 15 column Qty","1""O""\
                        2","quantity","held","a whole number, for example 102"
                        """);
    }
}
