package io.quayside.app.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The order desk of the demo's dropship partner: reads our purchase orders (850) and writes what it has to say of them. It
 * knows nothing but what stands in the files.
 */
final class Dropshipper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final String UNAVAILABLE = "DX-403";
    private static final String LATE = "DX-402";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final List<Order> orders;
    private int control = 900;

    Dropshipper(List<DemoFile> purchaseOrders) {
        this.orders = purchaseOrders.stream().map(Order::of).toList();
    }

    /** A line as ordered. */
    private record Line(String number, String quantity, String sku) {}

    /** A purchase order, with the control numbers of its group and message. */
    private record Order(String group, String message, String number, List<Line> lines) {
        static Order of(DemoFile file) {
            String group = "";
            String message = "";
            String number = "";
            List<Line> lines = new ArrayList<>();
            for (String segment : file.text().split("~")) {
                String[] element = segment.strip().split("\\*", -1);
                switch (element[0]) {
                    case "GS" -> group = element[6];
                    case "ST" -> message = element[2];
                    case "BEG" -> number = element[3];
                    case "PO1" -> lines.add(new Line(element[1], element[2], after("VN", element)));
                    default -> {}
                }
            }
            return new Order(group, message, number, lines);
        }

        private static String after(String qualifier, String[] element) {
            return element[List.of(element).indexOf(qualifier) + 1];
        }
    }

    /** Every order could be read. */
    DemoFile received() {
        return file(
                "997",
                "FA",
                orders,
                order -> List.of("AK1*PO*" + order.group(), "AK2*850*" + order.message(), "AK5*A", "AK9*A*1*1*1"));
    }

    /** Accepted, but for what is out of stock or comes later. */
    DemoFile answers() {
        return file("855", "PR", orders, order -> {
            List<String> segments = new ArrayList<>();
            segments.add("BAK*00*AC*" + order.number() + "*" + DAY.format(today));
            for (Line line : order.lines()) {
                segments.add("PO1*%s*%s*EA***VN*%s".formatted(line.number(), line.quantity(), line.sku()));
                segments.add(answer(line));
            }
            segments.add("CTT*" + order.lines().size());
            return segments;
        });
    }

    private String answer(Line line) {
        return switch (line.sku()) {
            case UNAVAILABLE -> "ACK*IR*0*EA";
            case LATE -> "ACK*IB*%s*EA*068*%s".formatted(line.quantity(), DAY.format(today.plusDays(9)));
            default -> "ACK*IA*%s*EA*068*%s".formatted(line.quantity(), DAY.format(today.plusDays(1)));
        };
    }

    /** What it has is on its way, a parcel an order. */
    DemoFile shipments() {
        List<Order> leaving = orders.stream()
                .filter(order -> order.lines().stream()
                        .noneMatch(line -> List.of(UNAVAILABLE, LATE).contains(line.sku())))
                .toList();
        return file("856", "SH", leaving, order -> {
            List<String> segments = new ArrayList<>(List.of(
                    "BSN*00*DS-" + order.number() + "*" + DAY.format(today) + "*1430*0001",
                    "HL*1**S",
                    "TD5*B*2*UPSN*M*UPS",
                    "DTM*011*" + DAY.format(today),
                    "HL*2*1*O",
                    "PRF*" + order.number(),
                    "HL*3*2*P",
                    "MAN*CP*1Z999AA1" + order.number()));
            for (Line line : order.lines()) {
                segments.add("HL*%d*3*I"
                        .formatted(segments.stream()
                                        .filter(s -> s.startsWith("HL"))
                                        .count()
                                + 1));
                segments.add("LIN*%s*VN*%s".formatted(line.number(), line.sku()));
                segments.add("SN1*%s*%s*EA".formatted(line.number(), line.quantity()));
            }
            return segments;
        });
    }

    /** One interchange with a message for each of the orders. */
    private DemoFile file(String type, String group, List<Order> about, Function<Order, List<String>> body) {
        control++;
        List<String> segments = new ArrayList<>();
        segments.add("ISA*00*          *00*          *ZZ*DELTA          *ZZ*QUAYSIDE       *%s*0615*U*00401*%09d*0*P*>"
                .formatted(DAY.format(today).substring(2), control));
        segments.add("GS*%s*DELTA*QUAYSIDE*%s*0615*%d*X*004010".formatted(group, DAY.format(today), control));
        int n = 0;
        for (Order order : about) {
            List<String> own = body.apply(order);
            segments.add("ST*%s*%04d".formatted(type, ++n));
            segments.addAll(own);
            segments.add("SE*%d*%04d".formatted(own.size() + 2, n));
        }
        segments.add("GE*%d*%d".formatted(n, control));
        segments.add("IEA*1*%09d".formatted(control));
        return new DemoFile("delta-" + type + ".edi", String.join("~\n", segments) + "~\n");
    }
}
