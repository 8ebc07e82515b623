package io.quayside.web.pages;

import java.time.ZoneId;

/**
 * The merchant's own ways.
 *
 * @param zone in which its day begins
 * @param requestedFirst whether demand goes by the date asked for before the day it was placed (allocation, rule 2)
 */
public record Merchant(ZoneId zone, boolean requestedFirst) {}
