package io.quayside.routes;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/**
 * A line of the file that a partner gets which has no mapping for purchase orders; this record is the house layout
 * `purchase-order` (docs/house-layouts.md). Written by bindy.
 */
@CsvRecord(separator = ",", quoting = true, generateHeaderColumns = true, crlf = "UNIX")
public final class PurchaseOrderLine {
    @DataField(pos = 1, columnName = "po")
    private String po;

    @DataField(pos = 2, columnName = "line")
    private String line;

    @DataField(pos = 3, columnName = "sku")
    private String sku;

    @DataField(pos = 4, columnName = "our_sku")
    private String ourSku;

    @DataField(pos = 5, columnName = "name")
    private String name;

    @DataField(pos = 6, columnName = "quantity")
    private String quantity;

    @DataField(pos = 7, columnName = "cost")
    private String cost;

    @DataField(pos = 8, columnName = "currency")
    private String currency;

    @DataField(pos = 9, columnName = "order")
    private String order;

    @DataField(pos = 10, columnName = "service")
    private String service;

    @DataField(pos = 11, columnName = "ship_to_name")
    private String shipToName;

    @DataField(pos = 12, columnName = "ship_to_company")
    private String shipToCompany;

    @DataField(pos = 13, columnName = "ship_to_line1")
    private String shipToLine1;

    @DataField(pos = 14, columnName = "ship_to_line2")
    private String shipToLine2;

    @DataField(pos = 15, columnName = "ship_to_city")
    private String shipToCity;

    @DataField(pos = 16, columnName = "ship_to_region")
    private String shipToRegion;

    @DataField(pos = 17, columnName = "ship_to_postal")
    private String shipToPostal;

    @DataField(pos = 18, columnName = "ship_to_country")
    private String shipToCountry;

    @DataField(pos = 19, columnName = "ship_to_phone")
    private String shipToPhone;

    @DataField(pos = 20, columnName = "ship_to_email")
    private String shipToEmail;

    /** From a purchase order as JSON and one of its lines. */
    static PurchaseOrderLine of(JsonNode order, JsonNode of) {
        PurchaseOrderLine line = new PurchaseOrderLine();
        line.po = text(order, "/number");
        line.line = text(of, "/line");
        line.sku = text(of, "/supplier_sku");
        line.ourSku = text(of, "/sku");
        line.name = text(of, "/name");
        line.quantity = text(of, "/ordered");
        line.cost = text(of, "/cost/amount");
        line.currency = text(of, "/cost/currency");
        line.order = text(order, "/order/number");
        line.service = text(order, "/order/service");
        line.shipTo(order.at("/order/ship_to"));
        return line;
    }

    private void shipTo(JsonNode to) {
        shipToName = text(to, "/name");
        shipToCompany = text(to, "/company");
        shipToLine1 = text(to, "/lines/0");
        shipToLine2 = rest(to.path("lines"));
        shipToCity = text(to, "/city");
        shipToRegion = text(to, "/region");
        shipToPostal = text(to, "/postal");
        shipToCountry = text(to, "/country");
        shipToPhone = text(to, "/phone");
        shipToEmail = text(to, "/email");
    }

    /** All lines of the address after the first. */
    private static String rest(JsonNode lines) {
        StringBuilder rest = new StringBuilder();
        for (int i = 1; i < lines.size(); i++) {
            rest.append(i == 1 ? "" : ", ").append(oneLine(lines.get(i).asText()));
        }
        return rest.toString();
    }

    private static String text(JsonNode from, String pointer) {
        return oneLine(from.at(pointer).asText(""));
    }

    /** One line of the order, one line of the file. */
    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
