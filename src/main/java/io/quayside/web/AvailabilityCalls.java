package io.quayside.web;

import io.quayside.store.Json;
import io.quayside.supply.Offer;
import io.quayside.supply.Offers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be had and when: of some SKUs, or the whole catalogue line by line. */
public final class AvailabilityCalls {
    private static final int MOST_SKUS = 500;

    private final Offers offers;

    public AvailabilityCalls(Offers offers) {
        this.offers = offers;
    }

    public List<Call> calls() {
        return List.of(
                new Call("GET", "/v1/availability", List.of("operator", "read", "storefront"), this::availability));
    }

    private Answer availability(Request request) {
        Request.Query query = request.query();
        query.get("storefront").ifPresent(request.principal()::mustSee);
        int quantity = query.get("quantity").map(AvailabilityCalls::quantity).orElse(1);
        List<String> skus = query.all("sku");
        Optional<Instant> since = query.get("since").map(AvailabilityCalls::moment);
        if (skus.isEmpty()) {
            return Answer.stream("application/x-ndjson", out -> catalogue(since, quantity, out));
        }
        if (skus.size() > MOST_SKUS) {
            throw Parameters.wrong(
                    "sku", "ask for at most " + MOST_SKUS + " SKUs, or leave it out for the whole catalogue");
        }
        if (since.isPresent()) {
            throw Parameters.wrong("since", "leave out either sku or since");
        }
        return Answer.ok(Map.of("items", offers.of(skus, quantity)));
    }

    private void catalogue(Optional<Instant> since, int quantity, OutputStream out) throws IOException {
        try {
            offers.all(since, quantity, offer -> write(offer, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Offer offer, OutputStream out) {
        try {
            out.write((Json.write(offer) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int quantity(String text) {
        try {
            int quantity = Integer.parseInt(text);
            if (quantity > 0) {
                return quantity;
            }
        } catch (NumberFormatException e) {
            throw Parameters.wrong("quantity", "write a whole number above 0");
        }
        throw Parameters.wrong("quantity", "write a whole number above 0");
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Parameters.wrong("since", "write a time in ISO 8601 with its zone, for example 2026-09-14T11:00:00Z");
        }
    }
}
