package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CopyTextTest {
    @Test
    void whatWouldEndAColumnOrRowIsEscapedAndNulLeftOut() {
        CopyText text = new CopyText(16);

        text.column(120)
                .column(0)
                .column("a\tb\\c\nd\re\0f")
                .column((String) null)
                .column("größe €\t")
                .end();

        assertThat(new String(text.take(), StandardCharsets.UTF_8))
                .isEqualTo("120\t0\ta\\tb\\\\c\\nd\\ref\t\\N\tgröße €\\t\n");
        assertThat(text.length()).isZero();
    }
}
