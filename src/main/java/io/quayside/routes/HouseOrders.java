package io.quayside.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.Mappings;
import io.quayside.mapping.OrderForm;
import io.quayside.mapping.PartnerFile;
import io.quayside.mapping.Unwritable;
import io.quayside.mapping.Written;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.dataformat.bindy.csv.BindyCsvDataFormat;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** The house layout `purchase-order`: CSV for partners that have no mapping for purchase orders. Thread-safe. */
public final class HouseOrders implements OrderForm, AutoCloseable {
    private final CamelContext camel = new DefaultCamelContext();
    private final BindyCsvDataFormat layout = new BindyCsvDataFormat(PurchaseOrderLine.class);

    public HouseOrders() {
        layout.setCamelContext(camel);
        layout.start();
    }

    @Override
    public String name() {
        return Mappings.STANDARD + "/purchase-order";
    }

    @Override
    public byte[] hash() {
        return name().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public Written write(JsonNode order, PartnerFile partner, Stamp stamp) {
        List<PurchaseOrderLine> lines = new ArrayList<>();
        for (JsonNode line : order.path("lines")) {
            if (line.path("supplier_sku").asText("").isBlank()) {
                throw new Unwritable("%s line %s has no supplier_sku; PUT /v1/items/%s with a supplier %s gives it one"
                        .formatted(
                                order.path("number").asText(),
                                line.path("line").asText(),
                                line.path("sku").asText(),
                                order.path("partner").asText()));
            }
            lines.add(PurchaseOrderLine.of(order, line));
        }
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try {
            DefaultExchange exchange = new DefaultExchange(camel);
            exchange.setProperty(Exchange.CHARSET_NAME, StandardCharsets.UTF_8.name());
            layout.marshal(exchange, lines, csv);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "cannot write " + order.path("number").asText(), e);
        }
        return new Written(csv.toByteArray(), List.of(), List.of());
    }

    @Override
    public void close() {
        layout.stop();
        camel.stop();
    }
}
