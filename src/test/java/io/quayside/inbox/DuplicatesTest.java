package io.quayside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.Acknowledge;
import io.quayside.mapping.PartnerFile;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private final Feeds feeds = new Feeds();

    @AfterEach
    void close() {
        feeds.close();
    }

    @Test
    void aBAEndsAtA() {
        feeds.items(1);

        feeds.drop("inventory,A1,1");
        feeds.drop("inventory,A1,2");
        long third = feeds.drop("inventory,A1,1");
        feeds.work();

        assertThat(feeds.status(third)).isEqualTo("applied");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 1");
    }

    @Test
    void theSameBytesAsTheLatestAreADuplicateAndCountAsArrived() {
        feeds.items(1);
        long first = feeds.drop("inventory,A1,1");
        feeds.work();

        long second = feeds.drop("inventory,A1,1");
        feeds.work();

        assertThat(feeds.status(second)).isEqualTo("duplicate");
        assertThat(feeds.reason(second)).isEqualTo("the same bytes as document " + first);
        assertThat(feeds.text(
                        "select (f.arrived_at = d.received_at)::text from feed f, document d where d.id = " + second))
                .isEqualTo("true");
    }

    @Test
    void theSameBytesAsAnyEarlierOneThatSaysItsMomentAreADuplicate() {
        feeds.items(1);
        String[] dated = {"message,inventory,,full,2026-09-14T11:00:00Z", "inventory,A1,1"};
        feeds.drop(dated);
        feeds.drop("message,inventory,,full,2026-09-14T12:00:00Z", "inventory,A1,2");

        long again = feeds.drop(dated);
        feeds.work();

        assertThat(feeds.status(again)).isEqualTo("duplicate");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 2");
    }

    @Test
    void whatWasRejectedMayComeAgain() {
        feeds.items(1);
        feeds.mappings.remove("acme/inventory");
        feeds.drop("inventory,A1,1");
        feeds.work();

        feeds.mappings.put("acme/inventory", SmallCsv.named("acme/inventory"));
        long again = feeds.drop("inventory,A1,1");
        feeds.work();

        assertThat(feeds.status(again)).isEqualTo("applied");
    }

    @Test
    void aControlNumberUsedAgainWithOtherContentIsHeldAndCanBeAccepted() {
        feeds.items(1);
        feeds.drop("message,inventory,000000001,full,2026-09-14T11:00:00Z", "inventory,A1,1");

        long reused = feeds.drop("message,inventory,000000001,full,2026-09-14T12:00:00Z", "inventory,A1,2");
        feeds.work();

        assertThat(feeds.status(reused)).isEqualTo("held");
        assertThat(feeds.problems(reused)).containsExactly("control_reused at control number 000000001: 000000001");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 1");

        feeds.documents.accept(reused);
        feeds.work();

        assertThat(feeds.status(reused)).isEqualTo("applied");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 2");
    }

    @Test
    void aControlNumberUsedAgainIsIgnoredWhereThePartnerSaysSo() {
        feeds.items(1);
        PartnerFile file = PartnerFile.unnamed("acme");
        feeds.partnerFile = new PartnerFile(
                "acme",
                file.name(),
                file.kinds(),
                file.location(),
                file.envelope(),
                new PartnerFile.Terms(false, Acknowledge.USUAL, Optional.empty(), Optional.empty(), 0));
        feeds.drop("message,inventory,000000001,full,2026-09-14T11:00:00Z", "inventory,A1,1");

        long reused = feeds.drop("message,inventory,000000001,full,2026-09-14T12:00:00Z", "inventory,A1,2");
        feeds.work();

        assertThat(feeds.status(reused)).isEqualTo("ignored");
        assertThat(feeds.stock("A1")).isEqualTo("ACME 1");
    }
}
