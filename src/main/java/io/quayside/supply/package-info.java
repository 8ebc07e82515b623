/**
 * Stock, inbound, orders and purchase orders: facts are written set-based under the locks of their SKUs, then the SKUs are
 * planned again as a whole and only the difference is stored and told ({@code docs/allocation.md}).
 *
 * <p>Locks, always in this order: items by SKU ({@link io.quayside.supply.Replanning#lock}), locations by code
 * ({@code for share}), orders by id.
 */
package io.quayside.supply;
