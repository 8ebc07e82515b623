package io.quayside.mapping;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compiles a {@code partner.yaml}. Strict, as mappings are. */
final class PartnerCompiler {
    private static final List<String> KEYS = List.of(
            "name",
            "kinds",
            "location",
            "transit_days",
            "contacts",
            "envelope",
            "acknowledge",
            "duplicates",
            "stale",
            "dropship");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private PartnerCompiler() {}

    /** {@code code} is the name of the folder. */
    static PartnerFile compile(String code, Yaml yaml) {
        Yaml.Keys keys = yaml.keys(KEYS);
        return new PartnerFile(
                code,
                keys.get("name").map(Yaml::text),
                keys.get("kinds").map(PartnerCompiler::kinds).orElse(List.of("supplier")),
                keys.get("location").map(PartnerCompiler::location),
                keys.get("envelope").map(PartnerCompiler::envelope),
                terms(keys));
    }

    private static PartnerFile.Terms terms(Yaml.Keys keys) {
        return new PartnerFile.Terms(
                keys.get("duplicates").map(PartnerCompiler::controlHeld).orElse(true),
                keys.get("acknowledge").map(PartnerCompiler::acknowledge).orElse(Acknowledge.USUAL),
                keys.get("stale")
                        .flatMap(stale -> stale.keys(List.of("after", "sell_pct", "zero_after"))
                                .get("after"))
                        .map(Yaml::length),
                keys.get("dropship").map(PartnerCompiler::dropship),
                keys.get("transit_days").map(days -> days.number(0, 365)).orElse(0));
    }

    private static PartnerFile.Dropship dropship(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("cutoff", "ack_within", "books"));
        return new PartnerFile.Dropship(
                keys.get("cutoff").map(PartnerCompiler::time).map(LocalTime::parse),
                keys.get("ack_within").map(Yaml::length),
                keys.get("books").map(PartnerCompiler::books).orElse(PartnerFile.Books.ON_SHIP));
    }

    private static PartnerFile.Books books(Yaml yaml) {
        String word = yaml.oneOf(Stream.of(PartnerFile.Books.values())
                .map(PartnerFile.Books::word)
                .toList());
        return PartnerFile.Books.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<String> kinds(Yaml yaml) {
        return yaml.list().stream()
                .map(kind -> kind.oneOf(List.of("supplier", "dropship", "warehouse")))
                .toList();
    }

    private static PartnerFile.Location location(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("code", "handling_days", "rank", "zone", "working_days", "cutoff"));
        return new PartnerFile.Location(
                keys.need("code", "code: ACME").text(),
                keys.get("handling_days").map(d -> d.number(0, 365)).orElse(0),
                keys.get("rank").map(r -> r.number(0, Integer.MAX_VALUE)).orElse(100),
                keys.get("zone").map(zone -> DatesCompiler.zone(zone).getId()),
                keys.get("working_days")
                        .map(days ->
                                days.list().stream().map(d -> d.oneOf(DAYS)).toList())
                        .orElse(List.of()),
                keys.get("cutoff").map(PartnerCompiler::time));
    }

    private static String time(Yaml yaml) {
        try {
            return LocalTime.parse(yaml.text()).toString();
        } catch (DateTimeParseException e) {
            throw yaml.fault("'" + yaml.text() + "' is no time of day; write for example \"14:00\"");
        }
    }

    private static PartnerFile.Envelope envelope(Yaml yaml) {
        Yaml.Keys keys = yaml.keys(List.of("sender", "receiver"));
        return new PartnerFile.Envelope(
                X12Compiler.address(keys.need("sender", "sender: \"ZZ/ACMESUPPLY\"")),
                X12Compiler.address(keys.need("receiver", "receiver: \"ZZ/OURGATEWAY\"")));
    }

    private static boolean controlHeld(Yaml yaml) {
        return yaml.keys(List.of("control"))
                .get("control")
                .map(c -> c.oneOf(List.of("held", "ignore")).equals("held"))
                .orElse(true);
    }

    private static Acknowledge acknowledge(Yaml yaml) {
        if (yaml.isText()) {
            yaml.oneOf(List.of("off"));
            return Acknowledge.OFF;
        }
        Yaml.Keys keys = yaml.keys(List.of("send", "ta1"));
        return new Acknowledge(
                keys.get("send").map(PartnerCompiler::send).orElse(Acknowledge.USUAL.send()),
                keys.get("ta1")
                        .map(ta1 -> Acknowledge.Ta1.valueOf(
                                ta1.oneOf(List.of("on_error", "always", "off")).toUpperCase(Locale.ROOT)))
                        .orElse(Acknowledge.USUAL.ta1()));
    }

    private static Acknowledge.Send send(Yaml yaml) {
        return switch (yaml.oneOf(List.of("997", "999", "csv"))) {
            case "997" -> Acknowledge.Send.X997;
            case "999" -> Acknowledge.Send.X999;
            default -> Acknowledge.Send.CSV;
        };
    }
}
