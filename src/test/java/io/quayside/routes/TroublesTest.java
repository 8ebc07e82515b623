package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.store.Database;
import io.quayside.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroublesTest {
    private final Database database = TestDatabase.create();
    private final Troubles troubles = new Troubles(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRouteInTroubleIsShownUntilItWorksAgain() {
        troubles.failed("acme-stock", "acme", "the host does not answer");
        troubles.failed("acme-stock", "acme", "the password is refused");
        assertThat(rows()).containsExactly("acme-stock acme 2 the password is refused");

        troubles.well("acme-stock");

        assertThat(rows()).isEmpty();
        assertThat(troubles.of("acme-stock")).isEmpty();
    }

    @Test
    void aRestartRemembersAndForgetsRoutesThatAreGone() {
        troubles.failed("acme-stock", "acme", "x");
        troubles.failed("gone-stock", "gone", "x");

        Troubles after = new Troubles(database);
        after.keepOnly(List.of("acme-stock"));

        assertThat(rows()).containsExactly("acme-stock acme 1 x");
        assertThat(after.of("acme-stock")).contains("x");
    }

    @Test
    void whatANodeNotedBeforeItDiedEndsWhereTheRouteWorks() {
        Troubles other = new Troubles(database, Duration.ZERO);
        troubles.failed("acme-stock", "acme", "x");

        other.well("acme-stock");

        assertThat(rows()).isEmpty();
    }

    @Test
    void whatWorksWritesNothingAndAnAbsentDatabaseThrowsNothing() {
        database.transact(h -> h.execute("alter table feed_trouble rename to mislaid"));

        troubles.well("acme-stock");
        troubles.failed("acme-stock", "acme", "nul \0 and\nline");

        assertThat(troubles.of("acme-stock")).contains("nul and line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cannot reach sftp://gw:s3cr3t@host/x        | cannot reach sftp://gw:…@host/x",
                "cannot reach sftp://gw:s3@cr3t@host/x       | cannot reach sftp://gw:…@host/x",
                "kamelet:feed-sftp?password=s3cr3t&every=1s  | kamelet:feed-sftp?password=…&every=1s",
                "x?password=RAW(s3&c)r3t)&every=1s           | x?password=…&every=1s",
                "x?privateKeyPassphrase=RAW{s3cr3t}          | x?privateKeyPassphrase=…",
                "{\"client_secret\":\"s3cr3t\",\"a\":1}        | {\"client_secret\":\"…\",\"a\":1}",
                "login failed for gw                         | login failed for gw",
            })
    void noSecretIsTold(String said, String told) {
        troubles.failed("acme-stock", "acme", said);

        assertThat(troubles.of("acme-stock").orElseThrow()).isEqualTo(told).doesNotContain("cr3t");
    }

    private List<String> rows() {
        return database.read(
                h -> h.createQuery("select concat_ws(' ', route, partner, times, detail) from feed_trouble order by 1")
                        .mapTo(String.class)
                        .list());
    }
}
