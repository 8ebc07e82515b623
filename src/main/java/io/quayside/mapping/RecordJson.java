package io.quayside.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes records and problems as JSON lines, keys in the order of the contracts, absent values left out. One thread. */
final class RecordJson implements AutoCloseable {
    private final JsonGenerator json;
    private final Optional<String> partner;

    RecordJson(OutputStream out, Optional<String> partner) {
        this.partner = partner;
        try {
            json = new JsonFactory()
                    .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                    .createGenerator(out)
                    .setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code origins} say where each field came from; empty without a trace. */
    void record(Canonical record, Map<String, String> origins) {
        object(() -> {
            text("type", record.kind().word());
            text("partner", partner);
            body(record);
            text("at", record.at());
            if (!origins.isEmpty()) {
                json.writeObjectFieldStart("trace");
                for (Map.Entry<String, String> origin : origins.entrySet()) {
                    text(origin.getKey(), origin.getValue());
                }
                json.writeEndObject();
            }
        });
    }

    void problem(Problem problem) {
        object(() -> {
            text("problem", problem.code().word());
            text("at", problem.at());
            text("value", problem.value());
            text("field", problem.field());
            text("line", problem.line());
            text("write", problem.write());
        });
    }

    void repaired(String repair, String at) {
        object(() -> {
            text("repaired", repair);
            text("at", at);
        });
    }

    /** Ends the last line and writes what is left. */
    @Override
    public void close() {
        try {
            if (json.getOutputContext().getEntryCount() > 0) {
                json.writeRaw('\n');
            }
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void object(Writing writing) {
        try {
            json.writeStartObject();
            writing.write();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void body(Canonical record) throws IOException {
        if (record instanceof Canonical.Inventory r) {
            inventory(r);
        } else if (record instanceof Canonical.Inbound r) {
            text("ref", r.ref());
            text("sku", r.sku());
            text("location", r.location());
            json.writeNumberField("quantity", r.quantity());
            text("eta", r.eta());
        } else if (record instanceof Canonical.OrderAck r) {
            orderAck(r);
        } else if (record instanceof Canonical.Shipment r) {
            shipment(r);
        } else if (record instanceof Canonical.Receipt r) {
            receipt(r);
        }
    }

    private void inventory(Canonical.Inventory r) throws IOException {
        text("sku", r.sku());
        text("location", r.location());
        json.writeNumberField("quantity", r.quantity());
        if (r.incoming().isPresent()) {
            json.writeArrayFieldStart("incoming");
            for (Canonical.Incoming entry : r.incoming().get()) {
                json.writeStartObject();
                json.writeNumberField("quantity", entry.quantity());
                text("eta", entry.eta());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        text("as_of", r.asOf());
    }

    private void orderAck(Canonical.OrderAck r) throws IOException {
        text("po", r.po());
        text("line", r.line());
        if (r.whole()) {
            json.writeBooleanField("whole", true);
        }
        text("action", r.action());
        text("sku", r.sku());
        if (r.quantity().isPresent()) {
            json.writeNumberField("quantity", r.quantity().get());
        }
        text("date", r.date());
        text("date_kind", r.dateKind());
        text("substitute_sku", r.substituteSku());
        text("price", r.price());
    }

    private void shipment(Canonical.Shipment r) throws IOException {
        text("shipment", r.shipment());
        text("purpose", r.purpose().equals("new") ? Optional.empty() : Optional.of(r.purpose()));
        text("po", r.po());
        text("line", r.line());
        text("sku", r.sku());
        json.writeNumberField("quantity", r.quantity());
        texts("tracking", r.tracking());
        text("carrier", r.carrier());
        text("sscc", r.sscc());
        text("shipped", r.shipped());
        text("eta", r.eta());
    }

    private void receipt(Canonical.Receipt r) throws IOException {
        text("ref", r.ref());
        text("po", r.po());
        text("line", r.line());
        text("sku", r.sku());
        text("location", r.location());
        json.writeNumberField("quantity", r.quantity());
        json.writeBooleanField("final", r.fin());
        text("received_at", r.receivedAt());
    }

    private void texts(String name, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    private void text(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get().toString());
        }
    }

    private void text(String name, String value) throws IOException {
        json.writeStringField(name, value);
    }
}
