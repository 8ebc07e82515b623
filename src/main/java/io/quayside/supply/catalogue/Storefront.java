package io.quayside.supply.catalogue;

/** A shop that sends orders and is told what becomes of them. */
public record Storefront(String code, String name) {}
