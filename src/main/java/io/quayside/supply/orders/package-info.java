/**
 * What customers bought: orders are placed, changed, picked, shipped and cancelled under the locks of their SKUs, and what
 * they and others get is planned again in the same transaction. Also what is asked about them: availability, backorders and
 * explanations.
 */
package io.quayside.supply.orders;
