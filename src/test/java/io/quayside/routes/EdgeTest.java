package io.quayside.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class EdgeTest {
    @Test
    void headersThatSteerCamelDoNotComeIn() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("CAmelExecCommandExecutable", "sh");
        exchange.getMessage().setHeader("org.Apache.camel.component", "x");
        exchange.getMessage().setHeader("CamelFileName", "../../etc/passwd");
        exchange.getMessage().setHeader("X-Supplier", "kept");

        Edge.mark(exchange, "acme", "inventory.csv");

        assertThat(exchange.getMessage().getHeaders())
                .containsOnlyKeys("X-Supplier", "CamelFileName", "CamelFileNameOnly")
                .containsEntry("CamelFileName", "inventory.csv");
        assertThat(exchange.getProperty(Edge.PARTNER)).isEqualTo("acme");
    }
}
