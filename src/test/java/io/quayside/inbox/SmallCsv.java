package io.quayside.inbox;

import io.quayside.mapping.Canonical;
import io.quayside.mapping.Feed;
import io.quayside.mapping.Guards;
import io.quayside.mapping.Mapping;
import io.quayside.mapping.Message;
import io.quayside.mapping.PartnerFile;
import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import io.quayside.mapping.Sink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A mapping as small as can be, to test the stations by themselves. Lines are {@code KIND,fields}; {@code message} lines
 * begin a message: {@code message,kind,control,mode,as_of}. A file that does not end with a line feed falls.
 */
record SmallCsv(String name, Guards guards, Feed feed, byte version) implements Mapping {
    static final Feed KEEP = new Feed(Feed.Absent.KEEP, 1, 50);

    static SmallCsv named(String name) {
        return new SmallCsv(name, Guards.DEFAULT, KEEP, (byte) 1);
    }

    SmallCsv with(Guards guards) {
        return new SmallCsv(name, guards, feed, version);
    }

    SmallCsv with(Feed feed) {
        return new SmallCsv(name, guards, feed, version);
    }

    @Override
    public Optional<String> partner() {
        return Optional.empty();
    }

    @Override
    public byte[] hash() {
        return new byte[] {version};
    }

    @Override
    public void read(InputStream bytes, String fileName, PartnerFile partner, Sink sink) throws IOException {
        if (fileName.equals("broken")) {
            throw new IllegalStateException("a defect of the reader");
        }
        byte[] all = bytes.readAllBytes();
        int message = 0;
        int line = 0;
        int bad = 0;
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(new java.io.ByteArrayInputStream(all), StandardCharsets.UTF_8));
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            String[] f = text.split(",", -1);
            if (message == 0 || f[0].equals("message")) {
                message++;
                sink.message(message(message, f));
            }
            if (!f[0].equals("message")) {
                bad += record(f, "line " + line, sink) ? 0 : 1;
            }
        }
        sink.ended(message, line, bad);
        if (all.length == 0 || all[all.length - 1] != '\n') {
            sink.problem(new Problem(
                    ProblemCode.INCOMPLETE,
                    "end",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "a last newline"));
            for (int n = 1; n <= message; n++) {
                sink.fallen(n);
            }
        }
    }

    private static Message message(int n, String[] f) {
        if (!f[0].equals("message")) {
            Canonical.Kind kind = Canonical.Kind.valueOf(f[0].toUpperCase(java.util.Locale.ROOT));
            return new Message(n, kind, Optional.empty(), true, Optional.empty(), false);
        }
        return new Message(
                n,
                Canonical.Kind.valueOf(f[1].toUpperCase(java.util.Locale.ROOT)),
                text(f[2]),
                !f[3].equals("delta"),
                text(f[4]).map(Instant::parse),
                false);
    }

    private static boolean record(String[] f, String at, Sink sink) {
        switch (f[0]) {
            case "inventory" -> {
                return inventory(f, at, sink);
            }
            case "inbound" ->
                sink.record(new Canonical.Inbound(
                        f[1],
                        f[2],
                        text(f[4]),
                        Integer.parseInt(f[3]),
                        text(f[5]).map(LocalDate::parse),
                        at));
            case "shipment" ->
                sink.record(new Canonical.Shipment(
                        f[1],
                        "new",
                        text(f[2]),
                        text(f[3]),
                        text(f[4]),
                        Integer.parseInt(f[5]),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        text(f[6]).map(LocalDate::parse),
                        at));
            case "receipt" ->
                sink.record(new Canonical.Receipt(
                        f[1],
                        text(f[2]),
                        text(f[3]),
                        f[4],
                        Optional.empty(),
                        Integer.parseInt(f[5]),
                        false,
                        Optional.empty(),
                        at));
            case "order_ack" ->
                sink.record(new Canonical.OrderAck(
                        f[2].equals("*"),
                        f[1],
                        text(f[2]).filter(line -> !line.equals("*")),
                        f[4],
                        text(f[3]),
                        text(f[5]).map(Integer::parseInt),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        at));
            default -> throw new IllegalArgumentException(f[0]);
        }
        return true;
    }

    /** {@code inventory,sku,quantity,location,next,eta}; what follows the quantity may be left out. */
    private static boolean inventory(String[] f, String at, Sink sink) {
        if (!f[2].matches("\\d+")) {
            sink.named(f[1], f.length > 3 ? text(f[3]) : Optional.empty());
            sink.problem(new Problem(
                    ProblemCode.BAD_NUMBER,
                    at + " column quantity",
                    Optional.of(f[2]),
                    Optional.of("quantity"),
                    Optional.of("held"),
                    "a whole number"));
            return false;
        }
        Optional<List<Canonical.Incoming>> incoming = f.length > 5
                ? Optional.of(List.of(new Canonical.Incoming(
                        Integer.parseInt(f[4]), text(f[5]).map(LocalDate::parse))))
                : Optional.empty();
        sink.record(new Canonical.Inventory(
                f[1],
                f.length > 3 ? text(f[3]) : Optional.empty(),
                Integer.parseInt(f[2]),
                incoming,
                Optional.empty(),
                at));
        return true;
    }

    private static Optional<String> text(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }
}
