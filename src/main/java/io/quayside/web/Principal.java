package io.quayside.web;

/** Whose key a call carries: {@code scope} is admin, operator, read or storefront:CODE. */
public record Principal(String keyId, String scope) {}
