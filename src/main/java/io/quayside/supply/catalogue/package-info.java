/** What is said once and seldom changes: items, partners, locations, storefronts. Stored set-based; what it changes is planned again. */
package io.quayside.supply.catalogue;
