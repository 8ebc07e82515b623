package io.quayside.outbox;

/** Keys of events: what must reach an endpoint in order shares one. */
public final class Keys {
    private Keys() {}

    public static String sku(String sku) {
        return "sku:" + sku;
    }

    public static String order(String storefront, String order) {
        return "order:" + storefront + "/" + order;
    }

    public static String line(String storefront, String order, String line) {
        return "line:" + storefront + "/" + order + "/" + line;
    }

    public static String purchaseOrder(String number) {
        return "purchase_order:" + number;
    }

    public static String document(long document) {
        return "document:" + document;
    }

    public static String feed(String mapping) {
        return "feed:" + mapping;
    }

    public static String webhook(String webhook) {
        return "webhook:" + webhook;
    }
}
