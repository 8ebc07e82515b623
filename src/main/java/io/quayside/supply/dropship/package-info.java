/**
 * Purchase orders that suppliers ship to our customers: cut from what order lines hold at a supplier's location, written for
 * the partner, sent (allocation.md, rule 11). All of it under the locks of the order's SKUs.
 */
package io.quayside.supply.dropship;
