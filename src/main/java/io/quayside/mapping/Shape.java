package io.quayside.mapping;

import static io.quayside.mapping.Target.*;

import java.util.List;

/**
 * Which fields a kind of record has, and how it is made from them.
 *
 * @param fields in the order in which they are documented
 * @param needed without which a line gives no record
 */
record Shape(Canonical.Kind kind, List<Target> fields, List<Target> needed) {
    static Shape of(Canonical.Kind kind) {
        return switch (kind) {
            case INVENTORY -> new Shape(kind, List.of(SKU, LOCATION, QUANTITY, INCOMING), List.of(SKU, QUANTITY));
            case INBOUND ->
                new Shape(kind, List.of(REF, PO, LINE, SKU, LOCATION, QUANTITY, ETA), List.of(REF, SKU, QUANTITY));
            case ORDER_ACK ->
                new Shape(
                        kind,
                        List.of(PO, LINE, ACTION, SKU, QUANTITY, DATE, DATE_KIND, SUBSTITUTE_SKU, PRICE),
                        List.of(PO, ACTION));
            case SHIPMENT ->
                new Shape(
                        kind,
                        List.of(SHIPMENT, PURPOSE, PO, LINE, SKU, QUANTITY, TRACKING, CARRIER, SSCC, SHIPPED, ETA),
                        List.of(SHIPMENT, QUANTITY));
            case RECEIPT ->
                new Shape(
                        kind,
                        List.of(REF, PO, LINE, SKU, LOCATION, QUANTITY, FINAL, RECEIVED_AT),
                        List.of(REF, SKU, QUANTITY));
        };
    }

    /** The record. Everything needed is there. */
    Canonical record(Draft d, MessageFacts facts, String at) {
        return switch (kind) {
            case INVENTORY ->
                new Canonical.Inventory(
                        d.need(SKU),
                        d.text(LOCATION).or(facts::location),
                        d.units(),
                        d.incoming(),
                        d.moment(AS_OF).or(facts::asOf),
                        at);
            case INBOUND ->
                new Canonical.Inbound(d.need(REF), d.need(SKU), d.text(LOCATION), d.units(), d.date(ETA), at);
            case ORDER_ACK ->
                new Canonical.OrderAck(
                        false,
                        d.need(PO),
                        d.text(LINE),
                        d.need(ACTION),
                        d.text(SKU),
                        d.quantity(),
                        d.date(DATE),
                        d.text(DATE_KIND),
                        d.text(SUBSTITUTE_SKU),
                        d.text(PRICE),
                        at);
            case SHIPMENT ->
                new Canonical.Shipment(
                        d.need(SHIPMENT),
                        d.text(PURPOSE).orElse("new"),
                        d.text(PO),
                        d.text(LINE),
                        d.text(SKU),
                        d.units(),
                        d.texts(TRACKING),
                        d.text(CARRIER),
                        d.text(SSCC),
                        d.date(SHIPPED),
                        d.date(ETA),
                        at);
            case RECEIPT ->
                new Canonical.Receipt(
                        d.need(REF),
                        d.text(PO),
                        d.text(LINE),
                        d.need(SKU),
                        d.text(LOCATION),
                        d.units(),
                        d.truth(FINAL),
                        d.moment(RECEIVED_AT),
                        at);
        };
    }
}
