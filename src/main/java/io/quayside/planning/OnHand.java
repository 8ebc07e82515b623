package io.quayside.planning;

/** Units of one SKU that lie at a location and are not released: on hand − released, never negative. */
public record OnHand(Place place, int units) {}
