package io.quayside.supply;

/** An amount as text, so that no cent is lost, and its ISO 4217 currency. */
public record Money(String amount, String currency) {}
