package io.quayside.supply.orders;

import io.quayside.store.Json;
import io.quayside.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An order as a storefront places it.
 *
 * @param sold sold already: it is stored even if it can be neither filled nor backordered
 * @param priority high first; 0 where it is left out
 * @param ship `any` where it is left out
 */
public record NewOrder(
        String storefront,
        String number,
        Instant placedAt,
        Optional<Boolean> sold,
        Optional<Integer> priority,
        Optional<Ship> ship,
        Optional<ShipTo> shipTo,
        Optional<String> service,
        Optional<List<String>> tags,
        List<Line> lines) {

    /** Where it goes. */
    public record ShipTo(
            Optional<String> name,
            Optional<String> company,
            Optional<List<String>> lines,
            Optional<String> city,
            Optional<String> region,
            Optional<String> postal,
            Optional<String> country,
            Optional<String> phone,
            Optional<String> email) {}

    /** Units of a SKU; {@code quantity} in base units, {@code requested} the day on which the customer wants it to leave. */
    public record Line(String line, String sku, int quantity, Optional<Price> price, Optional<LocalDate> requested) {}

    /** What the customer pays for a unit; the amount is text, so that no cent is lost. */
    public record Price(String amount, String currency) {}

    /** The order as its storefront names it. */
    Key key() {
        return new Key(storefront, number);
    }

    /** SHA-256 of what it says, however it was written; tells the same order from another one of the same number. */
    String hash() {
        return HexFormat.of().formatHex(Sha256.of(Json.write(this).getBytes(StandardCharsets.UTF_8)));
    }

    /** Storefront and number. */
    record Key(String storefront, String number) {
        @Override
        public String toString() {
            return storefront + "/" + number;
        }
    }
}
