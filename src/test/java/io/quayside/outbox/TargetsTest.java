package io.quayside.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.store.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private final Targets strict = new Targets(Networks.of(List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.9.9.9:8080/x",
                "http://localhost/",
                "http://[::1]/",
                "http://10.1.2.3/",
                "http://172.31.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://2130706433/",
                "http://255.255.255.255/",
                "http://224.0.0.1/"
            })
    void whatPointsInwardIsRefused(String url) {
        assertThatThrownBy(() -> strict.resolve(url))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNPROCESSABLE);
                    assertThat(refusal.places())
                            .extracting(Refusal.Place::pointer)
                            .containsExactly("/url");
                })
                .hasMessageContaining("points inward");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://93.184.215.14/",
                "file:///etc/passwd",
                "https://user:pw@93.184.215.14/",
                "https://",
                "nonsense",
                "http://a b/",
                "http://does-not-exist.invalid/",
                "http://93.184.215.14:70000/",
                "//93.184.215.14/"
            })
    void whatIsNoUsableUrlIsRefused(String url) {
        assertThatThrownBy(() -> strict.resolve(url)).isInstanceOf(Refusal.class);
    }

    @Test
    void aPublicAddressMayBeTold() {
        Target target = strict.resolve("https://93.184.215.14/hooks?shop=1");

        assertThat(target.port()).isEqualTo(443);
        assertThat(target.pathAndQuery()).isEqualTo("/hooks?shop=1");
        assertThat(target.tls()).isTrue();
    }

    @Test
    void anAllowedNetworkMayBeToldAndNoOther() {
        Targets some = new Targets(Networks.of(List.of("127.0.0.0/8", "fd00::/8")));

        assertThat(some.resolve("http://127.0.0.1:8080").port()).isEqualTo(8080);
        assertThat(some.resolve("http://[fd00::1]/").port()).isEqualTo(80);
        assertThatThrownBy(() -> some.resolve("http://10.0.0.1/"))
                .hasMessageContaining("quayside.webhooks.allow.networks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "example.com/8", "10.0.0.0/x", "/8", ""})
    void whatIsNoNetworkIsRefused(String cidr) {
        assertThatThrownBy(() -> Networks.of(List.of(cidr))).hasMessageContaining("write an address and its bits");
    }
}
