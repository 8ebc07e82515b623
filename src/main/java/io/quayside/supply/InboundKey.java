package io.quayside.supply;

/** Facts about inbound belong together by purchase order (or reference without one) and SKU. */
record InboundKey(String po, String sku) {

    /** The key of a reference: what stands before its last slash is the purchase order. */
    static InboundKey ofRef(String ref, String sku) {
        int slash = ref.lastIndexOf('/');
        return new InboundKey(slash < 0 ? ref : ref.substring(0, slash), sku);
    }
}
