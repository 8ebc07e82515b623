package io.quayside.planning;

/** An order, as its storefront names it. */
public record OrderKey(String storefront, String number) {}
